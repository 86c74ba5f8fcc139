-- Relapse to an agency with a duty to report: who from outside justice was there, from when the naming counts, and when
-- the person took it back. relapse_at is that moment as it is compiled with eff: null where nothing has to wait.
ALTER TABLE consent_grant ADD COLUMN outside_witness TEXT;
ALTER TABLE consent_grant ADD COLUMN outside_agency BIGINT;
ALTER TABLE consent_grant ADD COLUMN relapse_from BIGINT;
ALTER TABLE consent_grant ADD COLUMN relapse_at BIGINT;
ALTER TABLE consent_grant ADD COLUMN relapse_back_at BIGINT;
-- What was named before a witness was asked for keeps what it was given, after the same day of waiting.
UPDATE consent_grant SET relapse_from = taken_at + 86400000000, relapse_at = taken_at + 86400000000 WHERE relapse_named;
