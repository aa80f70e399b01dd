-- The other side of mark-lost.sql: what was told of an email before the worker had written down whose it is.
CREATE OR REPLACE FUNCTION find_lost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7231944, hashtext(NEW.provider_id));
  NEW.lost = (SELECT d.state FROM deliveries d
    WHERE d.provider_id = NEW.provider_id AND d.state IN ('bounced', 'complained', 'failed'));
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER outbox_find_lost BEFORE UPDATE OF provider_id ON outbox FOR EACH ROW
  WHEN (NEW.provider_id IS NOT NULL AND NEW.provider_id IS DISTINCT FROM OLD.provider_id) EXECUTE FUNCTION find_lost();
