-- When the worker of a session last showed that it is them. Signing in counts; sessions from before have to show it once.
ALTER TABLE session ADD COLUMN stepped_up_at BIGINT NOT NULL DEFAULT 0;
