-- An emergency look: one worker, one person, at most an hour, without the person's consent. The end can only come nearer.
-- What the privacy officer found out stands in the same row; the person is told from `tell_at` on.
CREATE TABLE break_glass (
    id BIGINT NOT NULL PRIMARY KEY,
    worker_id BIGINT NOT NULL,
    agency_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    tell_at BIGINT NOT NULL,
    tell_note TEXT,
    reviewed_at BIGINT,
    reviewed_by BIGINT,
    finding TEXT,
    finding_note TEXT,
    CHECK (until_at <= from_at + 3600000000)
);
CREATE INDEX break_glass_worker ON break_glass (worker_id, person_id, until_at);
CREATE INDEX break_glass_agency ON break_glass (agency_id, reviewed_at, from_at);
CREATE INDEX break_glass_person ON break_glass (person_id);
