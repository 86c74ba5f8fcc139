-- The roles that the worker held at that moment, as bits; null for a link, for the product itself and for older rows.
ALTER TABLE audit_event ADD COLUMN roles BIGINT;

-- Whom an event was about: asked for by the check of the whole trail and by its export.
CREATE INDEX audit_person_event ON audit_person (event_id);

-- Events that have no place in the tree yet, each with the hash of its leaf as the act wrote it. Emptied every second.
CREATE TABLE audit_pending (
    at BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    leaf BYTEA NOT NULL,
    PRIMARY KEY (at, event_id)
) /* clustered */;

-- The leaves of the tree, numbered from 0 without a gap.
CREATE TABLE audit_leaf (
    seq BIGINT NOT NULL PRIMARY KEY,
    event_id BIGINT NOT NULL,
    leaf BYTEA NOT NULL
) /* clustered */;

-- The log itself, one row: who it is, how many leaves it has, and the right edge of its tree.
CREATE TABLE audit_log (
    only_one BIGINT NOT NULL PRIMARY KEY CHECK (only_one = 1),
    vkey TEXT NOT NULL,
    size BIGINT NOT NULL,
    edge BYTEA NOT NULL
);

-- Signed heads of the tree, each with the edge from which the next one has to grow.
CREATE TABLE audit_checkpoint (
    size BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    edge BYTEA NOT NULL,
    note TEXT NOT NULL
);

-- What witnesses wrote under a checkpoint.
CREATE TABLE audit_cosignature (
    size BIGINT NOT NULL,
    witness TEXT NOT NULL,
    at BIGINT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (size, witness)
) /* clustered */;

/* only added: audit_event */
/* only added: audit_person */
/* only added: audit_leaf */
/* only added: audit_checkpoint */
/* only added: audit_cosignature */
