-- What the copies on members are to say: roles, groups, and what all their paths share: the steps that are in every one
-- of them. The groups are share-locked first, so that none moves meanwhile.
CREATE OR REPLACE FUNCTION access_of(members uuid[])
  RETURNS TABLE (member_id uuid, group_ids uuid[], roles text[], within uuid[]) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM groups g WHERE g.id IN (SELECT a.group_id FROM role_assignments a WHERE a.member_id = ANY (members)) FOR SHARE;
  RETURN QUERY
    WITH held AS (
      SELECT a.member_id, a.role, a.group_id, g.path FROM role_assignments a JOIN groups g ON g.id = a.group_id
       WHERE a.member_id = ANY (members)
    ), steps AS (
      SELECT h.member_id, step.id, min(step.place) AS place, count(DISTINCT h.group_id) AS shared
        FROM held h CROSS JOIN LATERAL unnest(h.path) WITH ORDINALITY step (id, place) GROUP BY h.member_id, step.id
    ), all_of AS (
      SELECT h.member_id, array_agg(DISTINCT h.role) AS roles, count(DISTINCT h.group_id) AS places FROM held h GROUP BY h.member_id
    )
    SELECT one.id, coalesce(array_agg(s.id ORDER BY s.place, s.id) FILTER (WHERE s.id IS NOT NULL), '{}'),
           coalesce(all_of.roles, '{}'),
           coalesce(array_agg(s.id ORDER BY s.place) FILTER (WHERE s.shared = all_of.places), '{}')
      FROM unnest(members) one (id)
      LEFT JOIN all_of ON all_of.member_id = one.id
      LEFT JOIN steps s ON s.member_id = one.id
     GROUP BY one.id, all_of.roles;
END $$;
