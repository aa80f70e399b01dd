-- A group's path follows its place. Everything that changes the tree of an account takes turns on the account's row.
CREATE OR REPLACE FUNCTION set_group_path() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above uuid[];
BEGIN
  PERFORM FROM accounts WHERE id = NEW.account_id FOR NO KEY UPDATE;
  SELECT path INTO above FROM groups WHERE id = NEW.parent_id AND account_id = NEW.account_id;
  IF NEW.id = ANY (above) THEN
    RAISE EXCEPTION 'a group cannot be under itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'groups_no_cycle';
  END IF;
  IF above IS NULL AND (TG_OP = 'UPDATE' OR NEW.parent_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a group stays in its account, under its root' USING ERRCODE = 'check_violation', CONSTRAINT = 'groups_one_tree';
  END IF;
  NEW.path := coalesce(above, '{}') || NEW.id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER groups_path_moved BEFORE UPDATE OF parent_id ON groups FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION set_group_path();--> statement-breakpoint

-- What the copies on members are to say. The groups are share-locked first, so that none moves meanwhile.
CREATE FUNCTION access_of(members uuid[]) RETURNS TABLE (member_id uuid, group_ids uuid[], roles text[]) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM groups g WHERE g.id IN (SELECT a.group_id FROM role_assignments a WHERE a.member_id = ANY (members)) FOR SHARE;
  RETURN QUERY
    SELECT one.id, coalesce(array_agg(DISTINCT step) FILTER (WHERE step IS NOT NULL), '{}'),
           coalesce(array_agg(DISTINCT a.role) FILTER (WHERE a.role IS NOT NULL), '{}')
      FROM unnest(members) one (id)
      LEFT JOIN (role_assignments a JOIN groups g ON g.id = a.group_id CROSS JOIN LATERAL unnest(g.path) step) ON a.member_id = one.id
     GROUP BY one.id;
END $$;--> statement-breakpoint

-- What somebody may do is part of what an editor has seen, so the revision moves on.
CREATE FUNCTION follow_roles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members m SET group_ids = now_held.group_ids, roles = now_held.roles, revision = revision + 1
    FROM access_of(ARRAY(SELECT DISTINCT touched.member_id FROM touched)) now_held WHERE m.id = now_held.member_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER role_assignments_given AFTER INSERT ON role_assignments REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_roles();--> statement-breakpoint
CREATE TRIGGER role_assignments_taken AFTER DELETE ON role_assignments REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_roles();--> statement-breakpoint

-- With a group moves everything under it, and what its people's rights reach.
CREATE FUNCTION follow_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups SET path = NEW.path || path[cardinality(OLD.path) + 1:] WHERE path @> ARRAY[NEW.id] AND id <> NEW.id
    AND account_id = NEW.account_id;
  UPDATE members m SET group_ids = now_held.group_ids
    FROM access_of(ARRAY(SELECT id FROM members WHERE group_ids @> ARRAY[NEW.id])) now_held WHERE m.id = now_held.member_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER groups_moved AFTER UPDATE OF parent_id ON groups FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION follow_group();--> statement-breakpoint

UPDATE members m SET group_ids = now_held.group_ids, roles = now_held.roles
  FROM access_of(ARRAY(SELECT id FROM members)) now_held WHERE m.id = now_held.member_id;--> statement-breakpoint

-- The directory copy. Who was invited by address alone is found and sorted by it; who has a login elsewhere is known to
-- this company by nothing but the address until they join.
CREATE OR REPLACE FUNCTION fill_directory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(nullif(trim(k.first_name || ' ' || k.last_name), ''), u.email), lower(u.email),
         search_form(concat_ws(E'\n', nullif(trim(k.first_name || ' ' || k.last_name), ''), u.email, k.username, k.contact_number, n.e164))
    INTO NEW.name_key, NEW.email_key, NEW.search
    FROM users u
    LEFT JOIN users k ON k.id = u.id AND (u.home_account_id = NEW.account_id OR NEW.accepted_at IS NOT NULL)
    LEFT JOIN numbers n ON n.id = NEW.default_number_id
   WHERE u.id = NEW.user_id;
  RETURN NEW;
END $$;--> statement-breakpoint
DROP TRIGGER members_directory_update ON members;--> statement-breakpoint
CREATE TRIGGER members_directory_update BEFORE UPDATE OF revision, default_number_id, accepted_at ON members
  FOR EACH ROW EXECUTE FUNCTION fill_directory();
