-- What is written, or changed, of a day that may have been counted has its line counted again from that day on: until then
-- reports ask the messages. So has another zone of the company, whose working hours are other ones. Nothing takes a text away without its line.
-- A line that is being counted in this moment is waited for, and one of which a text is under way is not counted (`count-days.ts`).
CREATE OR REPLACE FUNCTION count_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'messages' THEN PERFORM pg_advisory_xact_lock_shared(7231948, hashtext(NEW.number_id::text)); END IF;
  IF TG_TABLE_NAME = 'accounts' THEN
    UPDATE counted_days SET until = date '0001-01-01' WHERE account_id = NEW.id;
  ELSIF TG_OP = 'INSERT' THEN
    UPDATE counted_days SET until = (NEW.at AT TIME ZONE zone)::date
     WHERE number_id = NEW.number_id AND until > (NEW.at AT TIME ZONE zone)::date;
  ELSE
    UPDATE counted_days SET until = (least(OLD.at, NEW.at) AT TIME ZONE zone)::date
     WHERE number_id = NEW.number_id AND until > (least(OLD.at, NEW.at) AT TIME ZONE zone)::date;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER messages_count_late AFTER INSERT ON messages FOR EACH ROW
  WHEN (NEW.at < now() - interval '1 hour') EXECUTE FUNCTION count_again();
-- What never came answers nobody any more, on the day it was written. Of the last hour no day is counted yet.
CREATE OR REPLACE TRIGGER messages_count_changed AFTER UPDATE OF at, author_id, author_name, state ON messages FOR EACH ROW
  WHEN (least(OLD.at, NEW.at) < now() - interval '1 hour'
    AND (OLD.at, OLD.author_id, OLD.author_name, OLD.state IN ('called off', 'undelivered', 'failed'))
      IS DISTINCT FROM (NEW.at, NEW.author_id, NEW.author_name, NEW.state IN ('called off', 'undelivered', 'failed')))
  EXECUTE FUNCTION count_again();
CREATE OR REPLACE TRIGGER accounts_count_again AFTER UPDATE OF time_zone ON accounts FOR EACH ROW
  WHEN (OLD.time_zone IS DISTINCT FROM NEW.time_zone) EXECUTE FUNCTION count_again();
