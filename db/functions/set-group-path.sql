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
END $$;
CREATE OR REPLACE TRIGGER groups_path BEFORE INSERT ON groups FOR EACH ROW EXECUTE FUNCTION set_group_path();
CREATE OR REPLACE TRIGGER groups_path_moved BEFORE UPDATE OF parent_id ON groups FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION set_group_path();
