-- That a person objects to a look, and what the privacy officer of the agency that looked found out.
CREATE TABLE audit_objection (
    event_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    agency_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    taken_by_agency BIGINT NOT NULL,
    taken_by_worker BIGINT NOT NULL,
    found TEXT,
    found_at BIGINT,
    found_by BIGINT,
    PRIMARY KEY (event_id, person_id)
) /* clustered */;
CREATE INDEX audit_objection_agency ON audit_objection (agency_id, found_at, at);
