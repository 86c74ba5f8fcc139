-- A code with which a worker sets a new password: given by the administrator, used once, for a day. Only its hash is
-- kept, and a worker has at most one.
CREATE TABLE start_code (
    worker_id BIGINT NOT NULL PRIMARY KEY,
    code_hash TEXT NOT NULL,
    agency_id BIGINT NOT NULL,
    given_by BIGINT,
    given_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL
);
