-- Lines are part of what an editor has seen, so the revision moves on (advance-revision.sql).
CREATE OR REPLACE FUNCTION follow_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members SET revision = revision WHERE id IN (SELECT touched.member_id FROM touched);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER line_access_given AFTER INSERT ON line_access REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_lines();
CREATE OR REPLACE TRIGGER line_access_taken AFTER DELETE ON line_access REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_lines();
