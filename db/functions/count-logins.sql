-- Logins by quarters of an hour, for each group that somebody stands in or under; without any role, for the root. In the order
-- of the rows' keys, so that logins at once wait for each other instead of deadlocking. What is older than is shown is not counted.
CREATE OR REPLACE FUNCTION count_logins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO login_counts AS c (group_id, at, times)
    SELECT place.group_id, date_bin('15 minutes', added.at, 'epoch'), count(*) FROM added
      JOIN members m ON m.id = added.member_id
      CROSS JOIN LATERAL (SELECT unnest(m.within) AS group_id
        UNION SELECT id FROM groups g WHERE g.account_id = m.account_id AND g.parent_id IS NULL) place
     WHERE added.at > now() - interval '35 days' GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (group_id, at) DO UPDATE SET times = c.times + excluded.times;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER logins_count AFTER INSERT ON logins REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_logins();
