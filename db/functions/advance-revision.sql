-- Whoever changes a member's status, number or products moves the revision on, whether they think of it or not.
CREATE OR REPLACE FUNCTION advance_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER members_advance_revision BEFORE UPDATE ON members FOR EACH ROW
  WHEN ((OLD.accepted_at, OLD.disabled_at, OLD.default_number_id, OLD.products)
    IS DISTINCT FROM (NEW.accepted_at, NEW.disabled_at, NEW.default_number_id, NEW.products))
  EXECUTE FUNCTION advance_revision();
