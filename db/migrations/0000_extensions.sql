CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint

-- Line 2 before Line 10, and Ångström beside Angström.
CREATE COLLATION natural_order (provider = icu, locale = 'und-u-kn-true');--> statement-breakpoint

-- Every letter and every two side by side: what words of one or two letters are searched by. Splitting is far cheaper
-- than counting through the text, and this runs for every row that is written; what comes twice does no harm.
CREATE FUNCTION search_pairs(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT string_to_array($1, NULL)
       || string_to_array(rtrim(regexp_replace($1, '(..)', E'\\1\x01', 'g'), E'\x01'), E'\x01')
       || string_to_array(rtrim(regexp_replace(substr($1, 2), '(..)', E'\\1\x01', 'g'), E'\x01'), E'\x01') $$;--> statement-breakpoint

-- What a username looks like: signs that look the same in most fonts are one. Letters side by side are letters.
CREATE FUNCTION username_skeleton(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT lower(translate($1, '0I1', 'oll')) $$;
