-- What somebody is called and reached by stands in the directory copy, and is part of what an editor has seen.
CREATE OR REPLACE FUNCTION touch_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members SET revision = revision WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER users_touch_members AFTER UPDATE OF first_name, last_name, username, email, contact_number, time_zone ON users
  FOR EACH ROW WHEN ((OLD.first_name, OLD.last_name, OLD.username, OLD.email, OLD.contact_number, OLD.time_zone)
    IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.username, NEW.email, NEW.contact_number, NEW.time_zone))
  EXECUTE FUNCTION touch_members();
