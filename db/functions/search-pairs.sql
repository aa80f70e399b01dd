-- Every letter and every two side by side: what words of one or two letters are searched by. Splitting is far cheaper
-- than counting through the text, and this runs for every row that is written; what comes twice does no harm.
CREATE OR REPLACE FUNCTION search_pairs(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT string_to_array($1, NULL)
       || string_to_array(rtrim(regexp_replace($1, '(..)', E'\\1\x01', 'g'), E'\x01'), E'\x01')
       || string_to_array(rtrim(regexp_replace(substr($1, 2), '(..)', E'\\1\x01', 'g'), E'\x01'), E'\x01') $$;
