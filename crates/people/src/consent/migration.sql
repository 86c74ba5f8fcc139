-- What a person allows. A grant is never widened: more is a new grant. Revoking lowers until_at.
-- eff is what the grant comes to for that agency: without relapse where a duty to report masks it.
CREATE TABLE consent_grant (
    agency_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    purposes BIGINT NOT NULL,
    cats BIGINT NOT NULL CHECK (cats > 0),
    relapse_named BOOLEAN NOT NULL,
    eff BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    how TEXT NOT NULL,
    witness TEXT,
    text_version TEXT NOT NULL,
    taken_by_agency BIGINT NOT NULL,
    taken_by_worker BIGINT NOT NULL,
    taken_at BIGINT NOT NULL,
    revoked_at BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (agency_id, person_id, id)
) /* clustered */;
CREATE INDEX consent_grant_person ON consent_grant (person_id, id);

-- What a person forbids; wins over every grant until it is lifted.
CREATE TABLE consent_refusal (
    agency_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    cats BIGINT NOT NULL CHECK (cats > 0),
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    taken_by_agency BIGINT NOT NULL,
    taken_by_worker BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (agency_id, person_id, id)
) /* clustered */;
CREATE INDEX consent_refusal_person ON consent_refusal (person_id, id);
