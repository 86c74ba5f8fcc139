-- Sessions hold the hash of a random token, never the token (ASVS 5.0 7.2).
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    id BIGINT NOT NULL,
    worker_id BIGINT NOT NULL,
    agency_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    locked BOOLEAN NOT NULL
);
CREATE INDEX session_worker ON session (worker_id);

-- Failed tries per account and per address, in windows.
CREATE TABLE sign_in_try (
    key TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    window_from BIGINT NOT NULL
);
