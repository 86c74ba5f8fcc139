-- A second factor: the secret that the worker's device and this product share, and the last step of time whose code was
-- used, so that no code is taken twice. Until it is confirmed with a first code it asks nothing of anybody.
CREATE TABLE second_factor (
    worker_id BIGINT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    last_step BIGINT NOT NULL
);

-- Codes for the day on which the device is lost; a row goes when its code is used. Only hashes are kept.
CREATE TABLE recovery_code (
    worker_id BIGINT NOT NULL,
    code_hash TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (worker_id, code_hash)
);

-- Who has shown the password and not yet the second factor. It opens nothing by itself.
CREATE TABLE sign_in_step (
    token_hash TEXT PRIMARY KEY,
    worker_id BIGINT NOT NULL,
    agency_id BIGINT NOT NULL,
    until_at BIGINT NOT NULL
);

-- Whether a second factor was shown in a session.
ALTER TABLE session ADD COLUMN strong BOOLEAN NOT NULL DEFAULT FALSE;
