-- Whom a worker looks after at an agency.
CREATE INDEX involvement_worker ON involvement (agency_id, worker_id, until_at);

-- Workers who went while persons were in their hands, until those are handed on.
CREATE TABLE worker_left (
    agency_id BIGINT NOT NULL,
    worker_id BIGINT NOT NULL,
    left_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, worker_id)
) /* clustered */;
