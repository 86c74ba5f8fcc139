-- Consents that an agency took and that end soon are read for its home page.
CREATE INDEX consent_grant_taken ON consent_grant (taken_by_agency, until_at);
