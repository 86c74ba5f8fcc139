-- What was done and what was shown, and on which basis; never content. Rows are only ever added.
CREATE TABLE audit_event (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    worker_id BIGINT,
    agency_id BIGINT,
    session_id BIGINT,
    link_id BIGINT,
    act TEXT NOT NULL,
    purpose TEXT,
    subject BIGINT,
    basis TEXT NOT NULL,
    categories BIGINT NOT NULL,
    shown BIGINT NOT NULL
);
CREATE INDEX audit_event_agency ON audit_event (agency_id, at, id);

-- Which persons an event was about: one row per person shown, so that each can be told who looked.
CREATE TABLE audit_person (
    person_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    PRIMARY KEY (person_id, at, event_id)
) /* clustered */;
