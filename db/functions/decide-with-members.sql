-- Nobody has to decide any more about a lost email to somebody who is gone.
CREATE OR REPLACE FUNCTION decide_with_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox o SET decided_at = now() FROM gone g
   WHERE o.member_id = g.id AND o.state = 'failed' AND o.decided_at IS NULL;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER members_decide AFTER DELETE ON members REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION decide_with_members();
