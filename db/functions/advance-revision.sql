-- The state that an editor has seen moves on with every change of what their form shows, whoever makes it; of a member also
-- with every statement that names the revision, as the functions do that follow other tables.
CREATE OR REPLACE FUNCTION advance_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER members_advance_revision BEFORE UPDATE ON members FOR EACH ROW
  WHEN ((OLD.accepted_at, OLD.disabled_at, OLD.default_number_id, OLD.products)
    IS DISTINCT FROM (NEW.accepted_at, NEW.disabled_at, NEW.default_number_id, NEW.products))
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER members_advance_named_revision BEFORE UPDATE OF revision ON members FOR EACH ROW
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER accounts_advance_revision BEFORE UPDATE ON accounts FOR EACH ROW
  WHEN ((OLD.name, OLD.address, OLD.phone, OLD.website, OLD.country, OLD.time_zone, OLD.confirm_above, OLD.auto_replace, OLD.replacements)
    IS DISTINCT FROM (NEW.name, NEW.address, NEW.phone, NEW.website, NEW.country, NEW.time_zone, NEW.confirm_above, NEW.auto_replace, NEW.replacements))
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER groups_advance_revision BEFORE UPDATE ON groups FOR EACH ROW
  WHEN ((OLD.name, OLD.is_location) IS DISTINCT FROM (NEW.name, NEW.is_location))
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER numbers_advance_revision BEFORE UPDATE ON numbers FOR EACH ROW
  WHEN ((OLD.label, OLD.group_id, OLD.disabled_at) IS DISTINCT FROM (NEW.label, NEW.group_id, NEW.disabled_at))
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER contacts_advance_revision BEFORE UPDATE ON contacts FOR EACH ROW
  WHEN ((OLD.phone, OLD.first_name, OLD.last_name, OLD.other_names, OLD.company, OLD.email, OLD.time_zone, OLD.notes, OLD.field_values)
    IS DISTINCT FROM (NEW.phone, NEW.first_name, NEW.last_name, NEW.other_names, NEW.company, NEW.email, NEW.time_zone, NEW.notes, NEW.field_values))
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER conversations_advance_revision BEFORE UPDATE ON conversations FOR EACH ROW
  WHEN ((OLD.claimed_by, OLD.closed_at) IS DISTINCT FROM (NEW.claimed_by, NEW.closed_at))
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER contact_groups_advance_revision BEFORE UPDATE ON contact_groups FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER contact_fields_advance_revision BEFORE UPDATE ON contact_fields FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name)
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER campaigns_advance_revision BEFORE UPDATE ON campaigns FOR EACH ROW
  WHEN ((OLD.name, OLD.body, OLD.number_id, OLD.starts_at, OLD.own_zones, OLD.at_close, OLD.waits_after_first, OLD.state)
    IS DISTINCT FROM (NEW.name, NEW.body, NEW.number_id, NEW.starts_at, NEW.own_zones, NEW.at_close, NEW.waits_after_first, NEW.state))
  EXECUTE FUNCTION advance_revision();
CREATE OR REPLACE TRIGGER campaigns_advance_named_revision BEFORE UPDATE OF revision ON campaigns FOR EACH ROW
  EXECUTE FUNCTION advance_revision();
