-- What is shared with an agency on a basis in law other than the person's consent. It holds until until_at: two working days
-- after it was entered, and to ends_at once a privacy officer has confirmed it. eff is what it comes to for that agency:
-- never relapse where there is a duty to report. vital: protection of life, body or property, which a refusal does not stop.
CREATE TABLE lawful_share (
    agency_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    vital BOOLEAN NOT NULL,
    purposes BIGINT NOT NULL,
    cats BIGINT NOT NULL CHECK (cats > 0),
    eff BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    held_on TEXT,
    members TEXT,
    case_number TEXT,
    why TEXT,
    article TEXT,
    asked_by TEXT,
    reference TEXT,
    entered_by_agency BIGINT NOT NULL,
    entered_by_worker BIGINT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by BIGINT,
    ended_at BIGINT,
    PRIMARY KEY (agency_id, person_id, id)
) /* clustered */;
CREATE INDEX lawful_share_person ON lawful_share (person_id, id);
CREATE INDEX lawful_share_entered ON lawful_share (entered_by_agency, id);
