-- Which agency leads the support of a person. It moves when a transfer has arrived, and with it who led before.
CREATE TABLE person_lead (
    person_id BIGINT PRIMARY KEY,
    agency_id BIGINT NOT NULL,
    before_agency BIGINT,
    at BIGINT NOT NULL
);
