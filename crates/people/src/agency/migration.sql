-- Kinds of agency are data: an installation adds its own.
CREATE TABLE agency_kind (
    code TEXT PRIMARY KEY,
    ja TEXT NOT NULL,
    simple TEXT NOT NULL,
    en TEXT NOT NULL,
    reports_by_default BOOLEAN NOT NULL,
    sort BIGINT NOT NULL
);

CREATE TABLE agency (
    id BIGINT PRIMARY KEY,
    code TEXT,
    kind TEXT NOT NULL REFERENCES agency_kind (code),
    name TEXT NOT NULL,
    kana TEXT NOT NULL,
    name_key TEXT NOT NULL,
    sort_key BYTEA NOT NULL,
    area TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    tells TEXT NOT NULL,
    has_account BOOLEAN NOT NULL,
    answer_days BIGINT NOT NULL CHECK (answer_days BETWEEN 1 AND 30),
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX agency_code ON agency (code);
CREATE INDEX agency_name ON agency (name_key, area);
CREATE INDEX agency_order ON agency (sort_key, id);
CREATE INDEX agency_account ON agency (has_account, sort_key, id);

-- Whether an agency must report what it learns, dated and with its legal basis. Nobody but a person who
-- checked it sets this; until then the kind's default holds.
CREATE TABLE agency_duty (
    agency_id BIGINT NOT NULL REFERENCES agency (id),
    from_at BIGINT NOT NULL,
    reports BOOLEAN NOT NULL,
    basis TEXT NOT NULL,
    checked_at BIGINT NOT NULL,
    checked_by BIGINT NOT NULL,
    PRIMARY KEY (agency_id, from_at)
) /* clustered */;

CREATE TABLE worker (
    id BIGINT PRIMARY KEY,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    kana TEXT NOT NULL,
    password TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX worker_login ON worker (login);

-- One worker may sit in at several agencies (cases 12, 24, 49); each with roles of its own.
CREATE TABLE membership (
    worker_id BIGINT NOT NULL REFERENCES worker (id),
    agency_id BIGINT NOT NULL REFERENCES agency (id),
    roles BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (worker_id, agency_id)
) /* clustered */;
CREATE INDEX membership_agency ON membership (agency_id, worker_id);
