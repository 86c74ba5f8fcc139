-- Whom a worker opened one by one within the last hour, and when somebody opened unusually many: asked at every look, so
-- the looks of nothing else stand in it.
CREATE INDEX audit_event_looks ON audit_event (worker_id, at) WHERE act IN ('person.open', 'referral.open', 'referral.letter');
CREATE INDEX audit_event_alarm ON audit_event (agency_id, at, id) WHERE act = 'audit.alarm';
