-- What somebody said about getting texts stays as it was written down.
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was said is never rewritten' USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_events_fixed';
END $$;
CREATE OR REPLACE TRIGGER consent_events_fixed BEFORE UPDATE ON consent_events FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
