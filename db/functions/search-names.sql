-- A name of Chinese, Japanese or Korean letters is found without its space, and in either order.
CREATE OR REPLACE FUNCTION search_names(first_name text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT concat_ws(E'\n', nullif(trim(first_name || ' ' || last_name), ''),
    CASE WHEN first_name <> '' AND last_name <> '' AND first_name || last_name
        ~ '[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]'
      THEN replace(last_name || first_name || E'\n' || first_name || last_name, ' ', '') END) $$;
