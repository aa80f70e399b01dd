-- Nobody has to decide any more about a lost email whose link was used, replaced or withdrawn.
CREATE OR REPLACE FUNCTION decide_with_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox o SET decided_at = now() FROM dead l
   WHERE o.member_id = l.member_id AND o.state = 'failed' AND o.decided_at IS NULL
     AND (l.used_at IS NOT NULL OR l.revoked_at IS NOT NULL)
     AND CASE l.purpose WHEN 'invitation' THEN o.template IN ('welcome', 'join') WHEN 'reset' THEN o.template = 'reset'
                        ELSE o.template = 'confirm-email' END;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER links_decide AFTER UPDATE ON links REFERENCING NEW TABLE AS dead
  FOR EACH STATEMENT EXECUTE FUNCTION decide_with_links();
