-- What a contact is found by: names, number, email, company and what stands in the company's own fields.
CREATE OR REPLACE FUNCTION fill_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := search_form(concat_ws(E'\n', nullif(search_names(NEW.first_name, NEW.last_name), ''), nullif(array_to_string(NEW.other_names, E'\n'), ''), NEW.phone, NEW.email, NEW.company,
    (SELECT string_agg(value, E'\n') FROM jsonb_each_text(NEW.field_values))));
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER contacts_fill BEFORE INSERT OR UPDATE OF first_name, last_name, other_names, phone, email, company, field_values ON contacts
  FOR EACH ROW EXECUTE FUNCTION fill_contact();
