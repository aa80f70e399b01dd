-- With a group moves everything under it, and what its people's rights reach.
CREATE OR REPLACE FUNCTION follow_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups SET path = NEW.path || path[cardinality(OLD.path) + 1:] WHERE path @> ARRAY[NEW.id] AND id <> NEW.id
    AND account_id = NEW.account_id;
  UPDATE members m SET group_ids = now_held.group_ids, within = now_held.within
    FROM access_of(ARRAY(SELECT id FROM members WHERE group_ids @> ARRAY[NEW.id])) now_held WHERE m.id = now_held.member_id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER groups_moved AFTER UPDATE OF parent_id ON groups FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION follow_group();
