-- Passkeys: public keys only, of which a worker may have several. `counter` is what the device last counted; synchronised
-- ones stay at 0.
CREATE TABLE passkey (
    id BIGINT NOT NULL PRIMARY KEY,
    worker_id BIGINT NOT NULL,
    credential TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    counter BIGINT NOT NULL
);
CREATE UNIQUE INDEX passkey_credential ON passkey (credential);
CREATE INDEX passkey_worker ON passkey (worker_id);

-- One secret of this installation, made when it is first needed: what a stranger gets for a login without a passkey
-- hangs on it.
CREATE TABLE passkey_decoy (
    id BIGINT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
);

-- What a browser was asked to prove: taken once, within minutes, by the same session or the same browser.
CREATE TABLE ceremony (
    ticket_hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    bound_to TEXT NOT NULL,
    secret TEXT NOT NULL,
    until_at BIGINT NOT NULL
);
CREATE INDEX ceremony_until ON ceremony (until_at);
