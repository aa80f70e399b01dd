-- What a username looks like: the ASCII part of the skeleton of Unicode TS 39.
CREATE FUNCTION username_skeleton(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT replace(replace(lower(translate($1, '0I1', 'oll')), 'rn', 'm'), 'vv', 'w') $$;
