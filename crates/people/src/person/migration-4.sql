-- Finding one person by the whole of what somebody knows of them: name and reading, or name and year of birth.
CREATE INDEX person_name_key ON person (name_key);
CREATE INDEX person_birth_year ON person (birth_year, name_key);

-- Who works with a person, asked from the person's side.
CREATE INDEX involvement_person ON involvement (person_id, until_at);
