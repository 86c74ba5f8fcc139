-- The key of each person, wrapped under the master key, which is not in the database. Nothing else is here: whoever
-- deletes a row has made everything that was written about the person unreadable, in every copy that lacks the row.
-- The column has a name that no other table has: the key is read by a subquery into other tables' statements, where a
-- name of both would mean this one.
CREATE TABLE person_key (
    whose BIGINT NOT NULL PRIMARY KEY,
    wrapped BYTEA NOT NULL
);

-- Which master key fits, one row.
CREATE TABLE vault_master (
    only_one BIGINT NOT NULL PRIMARY KEY CHECK (only_one = 1),
    key_id TEXT NOT NULL,
    since BIGINT NOT NULL
);

-- Columns that stood open before there were keys, and are sealed from end to end now.
CREATE TABLE vault_sealed (
    name TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);
