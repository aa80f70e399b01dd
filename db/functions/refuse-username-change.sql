-- A username never changes once it exists.
CREATE OR REPLACE FUNCTION refuse_username_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a username never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'users_username_fixed';
END $$;
CREATE OR REPLACE TRIGGER users_username_fixed BEFORE UPDATE OF username ON users FOR EACH ROW
  WHEN (OLD.username IS NOT NULL AND NEW.username IS DISTINCT FROM OLD.username)
  EXECUTE FUNCTION refuse_username_change();
