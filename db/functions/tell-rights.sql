-- Who may see what has perhaps changed: of one member, of a session, of everybody in an account. lib/live asks anew.
CREATE OR REPLACE FUNCTION tell_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lineup_live', concat_ws(' ', TG_ARGV[0], to_jsonb(OLD) ->> TG_ARGV[1]));
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER members_tell_rights AFTER UPDATE ON members FOR EACH ROW
  WHEN ((OLD.revision, OLD.status) IS DISTINCT FROM (NEW.revision, NEW.status)) EXECUTE FUNCTION tell_rights('member', 'id');
CREATE OR REPLACE TRIGGER sessions_tell_end AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_rights('session', 'id');
CREATE OR REPLACE TRIGGER sessions_tell_other AFTER UPDATE OF member_id ON sessions FOR EACH ROW
  EXECUTE FUNCTION tell_rights('session', 'id');
CREATE OR REPLACE TRIGGER numbers_tell_rights AFTER UPDATE OF group_id ON numbers FOR EACH ROW
  EXECUTE FUNCTION tell_rights('account', 'account_id');
CREATE OR REPLACE TRIGGER groups_tell_rights AFTER UPDATE ON groups FOR EACH ROW
  WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION tell_rights('account', 'account_id');
