DROP INDEX "outbox_by_account";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "lost" "delivery_state";--> statement-breakpoint
CREATE INDEX "outbox_undecided_by_member" ON "outbox" USING btree ("member_id") WHERE state = 'failed' and decided_at is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("account_id","created_at","id") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_lost" ON "outbox" USING btree ("account_id","created_at","id") WHERE state = 'failed' or lost is not null;--> statement-breakpoint
CREATE INDEX "outbox_by_address" ON "outbox" USING btree ("account_id",lower("to"),"created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_by_provider" ON "outbox" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "outbox_by_account" ON "outbox" USING btree ("account_id","created_at","id");--> statement-breakpoint

-- An email that reached nobody says so itself, so that an account's log finds these among all. News may come before the
-- worker has written down whose it is: both sides take a lock on the provider's id, and whoever is second sees the first.
CREATE FUNCTION mark_lost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7231944, hashtext(NEW.provider_id));
  UPDATE outbox SET lost = NEW.state WHERE provider_id = NEW.provider_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER deliveries_mark_lost AFTER INSERT OR UPDATE OF state ON deliveries FOR EACH ROW
  WHEN (NEW.state IN ('bounced', 'complained', 'failed')) EXECUTE FUNCTION mark_lost();--> statement-breakpoint
CREATE FUNCTION find_lost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7231944, hashtext(NEW.provider_id));
  NEW.lost = (SELECT d.state FROM deliveries d
    WHERE d.provider_id = NEW.provider_id AND d.state IN ('bounced', 'complained', 'failed'));
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER outbox_find_lost BEFORE UPDATE OF provider_id ON outbox FOR EACH ROW
  WHEN (NEW.provider_id IS NOT NULL AND NEW.provider_id IS DISTINCT FROM OLD.provider_id) EXECUTE FUNCTION find_lost();--> statement-breakpoint
UPDATE outbox o SET lost = d.state FROM deliveries d
  WHERE d.provider_id = o.provider_id AND d.state IN ('bounced', 'complained', 'failed');--> statement-breakpoint

-- Nobody has to decide any more about a lost email whose link was used, replaced or withdrawn, nor about one to somebody
-- who is gone.
CREATE FUNCTION decide_with_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox o SET decided_at = now() FROM dead l
   WHERE o.member_id = l.member_id AND o.state = 'failed' AND o.decided_at IS NULL
     AND (l.used_at IS NOT NULL OR l.revoked_at IS NOT NULL)
     AND CASE l.purpose WHEN 'invitation' THEN o.template IN ('welcome', 'join') WHEN 'reset' THEN o.template = 'reset'
                        ELSE o.template = 'confirm-email' END;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER links_decide AFTER UPDATE ON links REFERENCING NEW TABLE AS dead
  FOR EACH STATEMENT EXECUTE FUNCTION decide_with_links();--> statement-breakpoint
CREATE FUNCTION decide_with_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox o SET decided_at = now() FROM gone g
   WHERE o.member_id = g.id AND o.state = 'failed' AND o.decided_at IS NULL;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_decide AFTER DELETE ON members REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION decide_with_members();
