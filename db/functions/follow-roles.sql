-- What somebody may do is part of what an editor has seen, so the revision moves on (advance-revision.sql). Their ids are
-- said twice: of a function's answer PostgreSQL expects a thousand rows, and would look through everybody for them.
CREATE OR REPLACE FUNCTION follow_roles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids CONSTANT uuid[] := ARRAY(SELECT DISTINCT touched.member_id FROM touched);
BEGIN
  IF cardinality(ids) > 0 THEN
    UPDATE members m SET group_ids = now_held.group_ids, roles = now_held.roles, within = now_held.within, revision = m.revision
      FROM access_of(ids) now_held WHERE m.id = now_held.member_id AND m.id = ANY (ids);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER role_assignments_given AFTER INSERT ON role_assignments REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_roles();
CREATE OR REPLACE TRIGGER role_assignments_taken AFTER DELETE ON role_assignments REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_roles();
