-- A person in their own right: the one who recovers, or a relative. A name or an alias is enough.
CREATE TABLE person (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    is_alias BOOLEAN NOT NULL,
    kana TEXT NOT NULL,
    name_key TEXT NOT NULL,
    sort_key BYTEA NOT NULL,
    birth_year BIGINT,
    registered_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Which agency works with whom, from when to when. Knowing a person for oneself is not a disclosure by others.
CREATE TABLE involvement (
    agency_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    how TEXT NOT NULL,
    worker_id BIGINT,
    PRIMARY KEY (agency_id, person_id, from_at)
) /* clustered */;

-- Candidates of an agency's list in reading order: everybody it ever worked with or was given a grant for.
-- Being here shows nobody anything; each row is decided anew whenever the list is read.
CREATE TABLE listing (
    agency_id BIGINT NOT NULL,
    sort_key BYTEA NOT NULL,
    person_id BIGINT NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (agency_id, sort_key, person_id)
) /* clustered */;
CREATE INDEX listing_person ON listing (person_id, agency_id);

-- One dated note, fact or document about a person. Visible only where every category of the label is allowed.
CREATE TABLE entry (
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    label BIGINT NOT NULL CHECK (label > 0),
    author_agency BIGINT NOT NULL,
    author_worker BIGINT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    until_on TEXT,
    replaced_at BIGINT,
    PRIMARY KEY (person_id, id)
) /* clustered */;
CREATE INDEX entry_label ON entry (person_id, author_agency, label);
CREATE INDEX entry_until ON entry (author_agency, until_on, person_id);

-- A relative and the one they worry about, who may be unknown to everybody.
CREATE TABLE relation (
    relative_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    principal_id BIGINT,
    kind TEXT NOT NULL,
    principal_is TEXT NOT NULL,
    recorded_by BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (relative_id, id)
) /* clustered */;
CREATE INDEX relation_principal ON relation (principal_id, relative_id);
