-- An office (privacy officer, administrator) that an administrator gave and a second person has not confirmed yet. Until
-- then the worker does not hold it. The row goes when it is confirmed, withdrawn, given anew or over.
CREATE TABLE office_grant (
    id BIGINT PRIMARY KEY,
    agency_id BIGINT NOT NULL,
    worker_id BIGINT NOT NULL,
    roles BIGINT NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX office_grant_worker ON office_grant (agency_id, worker_id);
CREATE INDEX office_grant_until ON office_grant (until_at);
