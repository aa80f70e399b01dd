-- Written before their values were searched: as `fill-contact.sql` has it from now on.
UPDATE contacts SET search = search_form(concat_ws(E'\n', nullif(search_names(first_name, last_name), ''), nullif(array_to_string(other_names, E'\n'), ''), phone, email, company,
    (SELECT string_agg(value, E'\n') FROM jsonb_each_text(field_values))))
  WHERE field_values <> '{}';
