-- A wall between two persons: violence, a conflict, an order of a court. Whoever works with one of them sees neither where
-- the other is nor how to reach them. It never hides that somebody is known here: that would tell that there is a wall.
-- Both persons are numbers only; that one of them is known anywhere is not asked and not said.
CREATE TABLE separation (
    id BIGINT NOT NULL PRIMARY KEY,
    person_a BIGINT NOT NULL,
    person_b BIGINT NOT NULL,
    cats BIGINT NOT NULL CHECK (cats > 0 AND (cats & 1) = 0),
    basis TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    set_by_agency BIGINT NOT NULL,
    set_by_worker BIGINT NOT NULL,
    ended_by_worker BIGINT,
    CHECK (person_a <> person_b)
);
CREATE INDEX separation_a ON separation (person_a, person_b, until_at);
CREATE INDEX separation_b ON separation (person_b, person_a, until_at);
