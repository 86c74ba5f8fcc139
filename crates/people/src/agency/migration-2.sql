-- The agency that opened a worker's account. Its administrator closes the account and gives a new start; where the
-- worker only sits in, the administrator ends the seat and nothing more.
ALTER TABLE worker ADD COLUMN home_agency BIGINT;
UPDATE worker SET home_agency = (SELECT m.agency_id FROM membership m WHERE m.worker_id = worker.id
    ORDER BY m.from_at, m.agency_id LIMIT 1);
