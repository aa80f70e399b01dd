-- An email that reached nobody says so itself, so that an account's log finds these among all. News may come before the
-- worker has written down whose it is: both sides take a lock on the provider's id, and whoever is second sees the first.
CREATE OR REPLACE FUNCTION mark_lost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7231944, hashtext(NEW.provider_id));
  UPDATE outbox SET lost = NEW.state WHERE provider_id = NEW.provider_id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER deliveries_mark_lost AFTER INSERT OR UPDATE OF state ON deliveries FOR EACH ROW
  WHEN (NEW.state IN ('bounced', 'complained', 'failed')) EXECUTE FUNCTION mark_lost();
