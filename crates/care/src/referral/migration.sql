-- A hand-over of one person from one agency to another, and where it stands. Nothing told about the person is here
-- but the place and the company of visits; texts have tables of their own, each row under a label.
CREATE TABLE referral (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    from_agency BIGINT NOT NULL,
    from_worker BIGINT NOT NULL,
    to_agency BIGINT NOT NULL,
    urgent BOOLEAN NOT NULL,
    follows BIGINT REFERENCES referral (id),
    made_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    sent_on TEXT,
    answer_due_on TEXT,
    asked_on TEXT,
    wait_until TEXT,
    wait_place BIGINT,
    accepted_on TEXT,
    first_on TEXT,
    first_place TEXT,
    reason TEXT,
    suggests BIGINT,
    second_looks BIGINT NOT NULL,
    redirected BOOLEAN NOT NULL,
    no_shows BIGINT NOT NULL,
    next_try_on TEXT,
    arrived_on TEXT,
    arrived_with TEXT,
    confirmed_on TEXT,
    known_on TEXT,
    says TEXT,
    connected_on TEXT,
    rounds BIGINT NOT NULL,
    followed TEXT,
    readiness TEXT,
    -- Worked out from the above by the rules, so that lists need no rule in SQL: whether a second one would be a
    -- double, the day after which something is overdue, and from when each side finds it in its lists.
    live BOOLEAN NOT NULL,
    due_on TEXT,
    sender_on TEXT,
    receiver_on TEXT,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CHECK (from_agency <> to_agency)
);
CREATE UNIQUE INDEX referral_live ON referral (person_id, from_agency, to_agency) WHERE live;
CREATE INDEX referral_sender ON referral (from_agency, sender_on);
CREATE INDEX referral_receiver ON referral (to_agency, receiver_on);
CREATE INDEX referral_sent ON referral (from_agency, changed_at, id);
CREATE INDEX referral_received ON referral (to_agency, changed_at, id);
CREATE INDEX referral_overdue ON referral (due_on) WHERE due_on IS NOT NULL;

-- What is told: the person's own wish, and parts of what the sender knows, each with what it is about.
CREATE TABLE referral_section (
    referral_id BIGINT NOT NULL REFERENCES referral (id),
    is_wish BOOLEAN NOT NULL,
    label BIGINT NOT NULL CHECK (label > 0),
    body TEXT NOT NULL,
    PRIMARY KEY (referral_id, is_wish, label)
) /* clustered */;

-- Everything that was done with a referral. Numbered by the version of the referral it led to, so that two acts at
-- once cannot both be the last. before holds where it stood, for undo. Rows are only ever added.
CREATE TABLE referral_event (
    referral_id BIGINT NOT NULL REFERENCES referral (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_agency BIGINT NOT NULL,
    by_worker BIGINT,
    channel TEXT NOT NULL,
    verb TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    about BIGINT,
    note TEXT,
    label BIGINT CHECK (label > 0),
    before TEXT,
    PRIMARY KEY (referral_id, seq)
) /* clustered */;

-- Questions of the receiver and answers of the sender, one thread.
CREATE TABLE referral_question (
    referral_id BIGINT NOT NULL REFERENCES referral (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_agency BIGINT NOT NULL,
    is_answer BOOLEAN NOT NULL,
    body TEXT NOT NULL,
    label BIGINT CHECK (label > 0),
    PRIMARY KEY (referral_id, seq)
) /* clustered */;

-- Steps of the warm hand-over: who goes along, where they meet, what came of it.
CREATE TABLE referral_leg (
    id BIGINT PRIMARY KEY,
    referral_id BIGINT NOT NULL REFERENCES referral (id),
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    planned_on TEXT NOT NULL,
    companion TEXT,
    place TEXT,
    note TEXT,
    label BIGINT CHECK (label > 0),
    by_agency BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by BIGINT,
    settled_note TEXT,
    settled_label BIGINT CHECK (settled_label > 0)
);
CREATE INDEX referral_leg_of ON referral_leg (referral_id, planned_on, id);

-- What was found two weeks, one month and three months after the connection. Which is due is worked out from the
-- day of connection; a row is what somebody found. round counts connections: after lost touch it begins anew.
CREATE TABLE follow_up (
    referral_id BIGINT NOT NULL REFERENCES referral (id),
    round BIGINT NOT NULL,
    step TEXT NOT NULL,
    outcome TEXT NOT NULL,
    how TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_agency BIGINT NOT NULL,
    note TEXT,
    label BIGINT CHECK (label > 0),
    PRIMARY KEY (referral_id, round, step)
) /* clustered */;

-- A link for a receiver without an account. Only the hash of its secret is kept.
CREATE TABLE referral_link (
    token_hash TEXT PRIMARY KEY,
    id BIGINT NOT NULL,
    referral_id BIGINT NOT NULL REFERENCES referral (id),
    agency_id BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    revoked_at BIGINT,
    opened_at BIGINT
);
CREATE UNIQUE INDEX referral_link_id ON referral_link (id);
CREATE INDEX referral_link_of ON referral_link (referral_id);

-- An agency that would like to support a person asks the one that works with them.
CREATE TABLE pull_request (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    asker_worker BIGINT NOT NULL,
    holder BIGINT NOT NULL,
    note TEXT,
    state TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    answered_at BIGINT,
    answer TEXT,
    referral_id BIGINT REFERENCES referral (id)
);
CREATE UNIQUE INDEX pull_request_open ON pull_request (person_id, asker, holder) WHERE state = 'open';
CREATE INDEX pull_request_holder ON pull_request (holder, state, asked_at);
CREATE INDEX pull_request_asker ON pull_request (asker, asked_at);

-- Is there a place? Asked before anybody is named; nothing here is about a person.
CREATE TABLE capacity_question (
    id BIGINT PRIMARY KEY,
    from_agency BIGINT NOT NULL,
    from_worker BIGINT NOT NULL,
    to_agency BIGINT NOT NULL,
    about TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    answer TEXT,
    note TEXT,
    answered_at BIGINT,
    answered_by BIGINT
);
CREATE INDEX capacity_question_to ON capacity_question (to_agency, answered_at, asked_at);
CREATE INDEX capacity_question_from ON capacity_question (from_agency, asked_at);
