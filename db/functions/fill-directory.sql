-- The directory copy. Who was invited by address alone is found and sorted by it; who has a login elsewhere is known to
-- this company by nothing but the address until they join.
CREATE OR REPLACE FUNCTION fill_directory() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;
CREATE OR REPLACE TRIGGER members_directory_insert BEFORE INSERT ON members FOR EACH ROW EXECUTE FUNCTION fill_directory();
CREATE OR REPLACE TRIGGER members_directory_update BEFORE UPDATE OF revision, default_number_id, accepted_at ON members
  FOR EACH ROW EXECUTE FUNCTION fill_directory();
