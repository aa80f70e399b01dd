-- Every letter and every two side by side, once: what short words are searched by.
CREATE FUNCTION search_pairs(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT coalesce(array_agg(DISTINCT part), '{}')
       FROM generate_series(1, length($1)) at, generate_series(1, 2) width, substr($1, at, width) part
      WHERE part !~ E'\n' $$;--> statement-breakpoint
CREATE INDEX "members_by_pairs" ON "members" USING gin ("account_id",search_pairs("search"));
