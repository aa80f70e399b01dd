-- Names in the order that people expect: Ångström beside Angström, not after Zoë.
ALTER TABLE members ALTER COLUMN name_key SET DATA TYPE text COLLATE "und-x-icu";--> statement-breakpoint

-- The default number is always one of the member's lines. Deferred, so that both can be written in any order.
ALTER TABLE members ADD CONSTRAINT members_default_is_a_line FOREIGN KEY (id, default_number_id)
  REFERENCES line_access (member_id, number_id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint

-- A username never changes once it exists.
CREATE FUNCTION refuse_username_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a username never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'users_username_fixed';
END $$;--> statement-breakpoint
CREATE TRIGGER users_username_fixed BEFORE UPDATE OF username ON users FOR EACH ROW
  WHEN (OLD.username IS NOT NULL AND NEW.username IS DISTINCT FROM OLD.username)
  EXECUTE FUNCTION refuse_username_change();--> statement-breakpoint

-- What a search is matched against: lower case, without accents.
CREATE FUNCTION search_form(text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT lower(unaccent($1)) $$;--> statement-breakpoint

-- The directory copy on members: what lists sort and search by, and the revision that tells two editors apart.
CREATE FUNCTION fill_directory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT trim(u.first_name || ' ' || u.last_name), lower(u.email),
         search_form(concat_ws(E'\n', u.first_name || ' ' || u.last_name, u.email, u.username, u.contact_number, n.e164))
    INTO NEW.name_key, NEW.email_key, NEW.search
    FROM users u LEFT JOIN numbers n ON n.id = NEW.default_number_id
   WHERE u.id = NEW.user_id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER members_directory_insert BEFORE INSERT ON members FOR EACH ROW EXECUTE FUNCTION fill_directory();--> statement-breakpoint
CREATE TRIGGER members_directory_update BEFORE UPDATE OF revision, default_number_id ON members
  FOR EACH ROW EXECUTE FUNCTION fill_directory();--> statement-breakpoint
CREATE FUNCTION touch_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members SET revision = revision + 1 WHERE user_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER users_touch_members AFTER UPDATE OF first_name, last_name, username, email, contact_number, time_zone ON users
  FOR EACH ROW WHEN ((OLD.first_name, OLD.last_name, OLD.username, OLD.email, OLD.contact_number, OLD.time_zone)
    IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.username, NEW.email, NEW.contact_number, NEW.time_zone))
  EXECUTE FUNCTION touch_members();--> statement-breakpoint

-- Whoever changes a member's status, number or products moves the revision on, whether they think of it or not.
CREATE FUNCTION advance_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER members_advance_revision BEFORE UPDATE ON members FOR EACH ROW
  WHEN ((OLD.accepted_at, OLD.disabled_at, OLD.default_number_id, OLD.products)
    IS DISTINCT FROM (NEW.accepted_at, NEW.disabled_at, NEW.default_number_id, NEW.products))
  EXECUTE FUNCTION advance_revision();--> statement-breakpoint

-- Totals by status on the account's row, one statement at a time, so that they cost nothing to read and can't drift.
CREATE FUNCTION count_members() RETURNS trigger LANGUAGE plpgsql AS $$
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
              FROM (SELECT account_id, s.status, s.n FROM added JOIN gone USING (id, account_id),
                           LATERAL (VALUES (added.status, 1), (gone.status, -1)) s (status, n)
                     WHERE added.status <> gone.status) moved
             GROUP BY account_id) d
     WHERE a.id = d.account_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_count_insert AFTER INSERT ON members REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();--> statement-breakpoint
CREATE TRIGGER members_count_delete AFTER DELETE ON members REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();--> statement-breakpoint
CREATE TRIGGER members_count_update AFTER UPDATE ON members REFERENCING OLD TABLE AS gone NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();--> statement-breakpoint

-- A group's path: its ancestors from the root, itself last.
CREATE FUNCTION set_group_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.path := coalesce((SELECT path FROM groups WHERE id = NEW.parent_id), '{}') || NEW.id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER groups_path BEFORE INSERT ON groups FOR EACH ROW EXECUTE FUNCTION set_group_path();
