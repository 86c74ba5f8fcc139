-- Whether an agency asks a second factor of everybody who acts for it.
ALTER TABLE agency ADD COLUMN asks_second BOOLEAN NOT NULL DEFAULT FALSE;
