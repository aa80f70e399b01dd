-- Who has the Inbox before them hears, at the commit, that a thread has changed, and nothing of what: lib/live hears it.
-- Of what a campaign writes, and of what becomes of its texts, nobody hears: they are thousands, in threads that are done.
CREATE OR REPLACE FUNCTION tell_thread() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE thread uuid;
BEGIN
  IF TG_TABLE_NAME = 'conversations' THEN
    IF current_setting('lineup.quiet', true) = 'on' THEN RETURN NULL; END IF;
    thread := NEW.id;
  ELSE
    IF TG_TABLE_NAME = 'messages' THEN
      IF (SELECT campaign_id FROM texts WHERE message_id = NEW.id) IS NOT NULL THEN RETURN NULL; END IF;
    END IF;
    thread := NEW.conversation_id;
  END IF;
  PERFORM pg_notify('lineup_live', concat_ws(' ', 'thread', NEW.account_id, NEW.number_id, thread));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER conversations_tell_begun AFTER INSERT ON conversations FOR EACH ROW EXECUTE FUNCTION tell_thread();
CREATE OR REPLACE TRIGGER conversations_tell AFTER UPDATE ON conversations FOR EACH ROW
  WHEN ((OLD.seq, OLD.contact_id, OLD.claimed_by, OLD.closed_at) IS DISTINCT FROM (NEW.seq, NEW.contact_id, NEW.claimed_by, NEW.closed_at))
  EXECUTE FUNCTION tell_thread();
CREATE OR REPLACE TRIGGER messages_tell AFTER UPDATE OF state ON messages FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION tell_thread();
CREATE OR REPLACE TRIGGER texts_tell AFTER UPDATE OF parked_at ON texts FOR EACH ROW
  WHEN (OLD.parked_at IS DISTINCT FROM NEW.parked_at) EXECUTE FUNCTION tell_thread();
