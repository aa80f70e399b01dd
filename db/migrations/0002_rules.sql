-- Names, groups and labels in the order that people expect.
ALTER TABLE members ALTER COLUMN name_key SET DATA TYPE text COLLATE natural_order;--> statement-breakpoint
ALTER TABLE groups ALTER COLUMN name SET DATA TYPE text COLLATE natural_order;--> statement-breakpoint
ALTER TABLE numbers ALTER COLUMN label SET DATA TYPE text COLLATE natural_order;--> statement-breakpoint

-- The default number is always one of the member's lines. Deferred, so that both can be written in any order.
ALTER TABLE members ADD CONSTRAINT members_default_is_a_line FOREIGN KEY (id, default_number_id)
  REFERENCES line_access (member_id, number_id) DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint

-- Functions as they were for the migrations that follow; what runs stands in db/functions.

-- What the copies on members are to say: roles, groups, and what all their paths share: the steps that are in every one
-- of them. The groups are share-locked first, so that none moves meanwhile.
CREATE FUNCTION access_of(members uuid[])
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
END $$;--> statement-breakpoint

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

-- Totals by status, one statement at a time. What changed is added up from both sides, never joined: a statement may touch
-- a hundred thousand rows.
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
              FROM (SELECT account_id, status, 1 AS n FROM added UNION ALL SELECT account_id, status, -1 FROM gone) moved
             GROUP BY account_id) d
     WHERE a.id = d.account_id AND (d.active, d.pending, d.disabled) <> (0, 0, 0);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_count_insert AFTER INSERT ON members REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();--> statement-breakpoint
CREATE TRIGGER members_count_delete AFTER DELETE ON members REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();--> statement-breakpoint
CREATE TRIGGER members_count_update AFTER UPDATE ON members REFERENCING OLD TABLE AS gone NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_members();--> statement-breakpoint

-- Nobody has to decide any more about a lost email whose link was used, replaced or withdrawn.
CREATE FUNCTION decide_with_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox o SET decided_at = now() FROM dead l
   WHERE o.member_id = l.member_id AND o.state = 'failed' AND o.decided_at IS NULL
     AND (l.used_at IS NOT NULL OR l.revoked_at IS NOT NULL)
     AND CASE l.purpose WHEN 'invitation' THEN o.template IN ('welcome', 'join') WHEN 'reset' THEN o.template = 'reset'
                        ELSE o.template = 'confirm-email' END;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER links_decide AFTER UPDATE ON links REFERENCING NEW TABLE AS dead
  FOR EACH STATEMENT EXECUTE FUNCTION decide_with_links();--> statement-breakpoint

-- Nobody has to decide any more about a lost email to somebody who is gone.
CREATE FUNCTION decide_with_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox o SET decided_at = now() FROM gone g
   WHERE o.member_id = g.id AND o.state = 'failed' AND o.decided_at IS NULL;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_decide AFTER DELETE ON members REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION decide_with_members();--> statement-breakpoint

-- The directory copy. Who was invited by address alone is found and sorted by it; who has a login elsewhere is known to
-- this company by nothing but the address until they join.
CREATE FUNCTION fill_directory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(nullif(trim(k.first_name || ' ' || k.last_name), ''), u.email), lower(u.email),
         search_form(concat_ws(E'\n', search_names(k.first_name, k.last_name), u.email, k.username,
           replace(k.contact_number, ';ext=', ' ext. '), n.e164))
    INTO NEW.name_key, NEW.email_key, NEW.search
    FROM users u
    LEFT JOIN users k ON k.id = u.id AND (u.home_account_id = NEW.account_id OR NEW.accepted_at IS NOT NULL)
    LEFT JOIN numbers n ON n.id = NEW.default_number_id
   WHERE u.id = NEW.user_id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER members_directory_insert BEFORE INSERT ON members FOR EACH ROW EXECUTE FUNCTION fill_directory();--> statement-breakpoint
CREATE TRIGGER members_directory_update BEFORE UPDATE OF revision, default_number_id, accepted_at ON members
  FOR EACH ROW EXECUTE FUNCTION fill_directory();--> statement-breakpoint

-- The other side of mark-lost.sql: what was told of an email before the worker had written down whose it is.
CREATE FUNCTION find_lost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7231944, hashtext(NEW.provider_id));
  NEW.lost = (SELECT d.state FROM deliveries d
    WHERE d.provider_id = NEW.provider_id AND d.state IN ('bounced', 'complained', 'failed'));
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER outbox_find_lost BEFORE UPDATE OF provider_id ON outbox FOR EACH ROW
  WHEN (NEW.provider_id IS NOT NULL AND NEW.provider_id IS DISTINCT FROM OLD.provider_id) EXECUTE FUNCTION find_lost();--> statement-breakpoint

-- With a group moves everything under it, and what its people's rights reach.
CREATE FUNCTION follow_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups SET path = NEW.path || path[cardinality(OLD.path) + 1:] WHERE path @> ARRAY[NEW.id] AND id <> NEW.id
    AND account_id = NEW.account_id;
  UPDATE members m SET group_ids = now_held.group_ids, within = now_held.within
    FROM access_of(ARRAY(SELECT id FROM members WHERE group_ids @> ARRAY[NEW.id])) now_held WHERE m.id = now_held.member_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER groups_moved AFTER UPDATE OF parent_id ON groups FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION follow_group();--> statement-breakpoint

-- What somebody may do is part of what an editor has seen, so the revision moves on.
CREATE FUNCTION follow_roles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members m SET group_ids = now_held.group_ids, roles = now_held.roles, within = now_held.within, revision = revision + 1
    FROM access_of(ARRAY(SELECT DISTINCT touched.member_id FROM touched)) now_held WHERE m.id = now_held.member_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER role_assignments_given AFTER INSERT ON role_assignments REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_roles();--> statement-breakpoint
CREATE TRIGGER role_assignments_taken AFTER DELETE ON role_assignments REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_roles();--> statement-breakpoint

-- An email that reached nobody says so itself, so that an account's log finds these among all. News may come before the
-- worker has written down whose it is: both sides take a lock on the provider's id, and whoever is second sees the first.
CREATE FUNCTION mark_lost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7231944, hashtext(NEW.provider_id));
  UPDATE outbox SET lost = NEW.state WHERE provider_id = NEW.provider_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER deliveries_mark_lost AFTER INSERT OR UPDATE OF state ON deliveries FOR EACH ROW
  WHEN (NEW.state IN ('bounced', 'complained', 'failed')) EXECUTE FUNCTION mark_lost();--> statement-breakpoint

-- A username never changes once it exists.
CREATE FUNCTION refuse_username_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a username never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'users_username_fixed';
END $$;--> statement-breakpoint
CREATE TRIGGER users_username_fixed BEFORE UPDATE OF username ON users FOR EACH ROW
  WHEN (OLD.username IS NOT NULL AND NEW.username IS DISTINCT FROM OLD.username)
  EXECUTE FUNCTION refuse_username_change();--> statement-breakpoint

-- What a search is matched against: lower case, letters without accents, one kind of dash; no apostrophes, commas,
-- quotation marks and brackets, and nothing that nobody sees. Most text is ASCII, where the first line does.
CREATE FUNCTION search_form(text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length($1) = length($1) THEN translate(lower($1), '''`,;"<>', '') ELSE
    translate(lower(unaccent(normalize(regexp_replace(normalize(replace($1, '´', ''), NFKD),
        '[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061c\u064b-\u065f\u0670\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e0fff]+',
        '', 'g'), NFC)) COLLATE "und-x-icu") COLLATE "default",
      'ςیىک‐‑‒–—―−''`’‘ʼʻʹ′,،、;؛"“”„«»<>', 'σييك-------') END $$;--> statement-breakpoint

-- A name of Chinese, Japanese or Korean letters is found without its space, and in either order.
CREATE FUNCTION search_names(first_name text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT concat_ws(E'\n', nullif(trim(first_name || ' ' || last_name), ''),
    CASE WHEN first_name <> '' AND last_name <> '' AND first_name || last_name
        ~ '[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]'
      THEN replace(last_name || first_name || E'\n' || first_name || last_name, ' ', '') END) $$;--> statement-breakpoint

-- A group's path follows its place. Everything that changes the tree of an account takes turns on the account's row.
CREATE FUNCTION set_group_path() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER groups_path BEFORE INSERT ON groups FOR EACH ROW EXECUTE FUNCTION set_group_path();--> statement-breakpoint
CREATE TRIGGER groups_path_moved BEFORE UPDATE OF parent_id ON groups FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION set_group_path();--> statement-breakpoint

-- What somebody is called and reached by stands in the directory copy, and is part of what an editor has seen.
CREATE FUNCTION touch_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members SET revision = revision + 1 WHERE user_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER users_touch_members AFTER UPDATE OF first_name, last_name, username, email, contact_number, time_zone ON users
  FOR EACH ROW WHEN ((OLD.first_name, OLD.last_name, OLD.username, OLD.email, OLD.contact_number, OLD.time_zone)
    IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.username, NEW.email, NEW.contact_number, NEW.time_zone))
  EXECUTE FUNCTION touch_members();
