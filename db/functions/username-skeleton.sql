-- What a username looks like: signs that look the same in most fonts are one. Letters side by side are letters.
CREATE OR REPLACE FUNCTION username_skeleton(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT lower(translate($1, '0I1', 'oll')) $$;
