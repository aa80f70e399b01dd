-- Totals by status, one statement at a time. What changed is added up from both sides, never joined: a statement may touch
-- a hundred thousand rows.
CREATE OR REPLACE FUNCTION count_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE accounts a SET active_count = active_count + d.active, pending_count = pending_count + d.pending,
           disabled_count = disabled_count + d.disabled
      FROM (SELECT account_id, count(*) FILTER (WHERE status = 'Active') AS active,
                   count(*) FILTER (WHERE status = 'Pending') AS pending,
                   count(*) FILTER (WHERE status = 'Disabled') AS disabled
              FROM added GROUP BY account_id) d
     WHERE a.id = d.account_id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE accounts a SET active_count = active_count - d.active, pending_count = pending_count - d.pending,
           disabled_count = disabled_count - d.disabled
      FROM (SELECT account_id, count(*) FILTER (WHERE status = 'Active') AS active,
                   count(*) FILTER (WHERE status = 'Pending') AS pending,
                   count(*) FILTER (WHERE status = 'Disabled') AS disabled
              FROM gone GROUP BY account_id) d
     WHERE a.id = d.account_id;
  ELSE
    UPDATE accounts a SET active_count = active_count + d.active, pending_count = pending_count + d.pending,
           disabled_count = disabled_count + d.disabled
      FROM (SELECT account_id, coalesce(sum(n) FILTER (WHERE status = 'Active'), 0) AS active,
                   coalesce(sum(n) FILTER (WHERE status = 'Pending'), 0) AS pending,
                   coalesce(sum(n) FILTER (WHERE status = 'Disabled'), 0) AS disabled
              FROM (SELECT account_id, status, 1 AS n FROM added UNION ALL SELECT account_id, status, -1 FROM gone) moved
             GROUP BY account_id) d
     WHERE a.id = d.account_id AND (d.active, d.pending, d.disabled) <> (0, 0, 0);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER members_count_insert AFTER INSERT ON members REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();
CREATE OR REPLACE TRIGGER members_count_delete AFTER DELETE ON members REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();
CREATE OR REPLACE TRIGGER members_count_update AFTER UPDATE ON members REFERENCING OLD TABLE AS gone NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();
