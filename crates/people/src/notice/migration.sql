-- A word to an agency that something changed. It says that, and where to look; never what.
CREATE TABLE notice (
    agency_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    href TEXT NOT NULL,
    read_at BIGINT,
    PRIMARY KEY (agency_id, at, id)
) /* clustered */;
