-- A link is its member's, and so its member's account's.
CREATE OR REPLACE FUNCTION place_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.account_id := (SELECT account_id FROM members WHERE id = NEW.member_id);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER links_place BEFORE INSERT ON links FOR EACH ROW EXECUTE FUNCTION place_link();
