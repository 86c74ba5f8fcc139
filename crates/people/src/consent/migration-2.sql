-- A consent is also found by the number alone that stands on the person's sheet.
CREATE INDEX consent_grant_number ON consent_grant (id);
