-- What a search is matched against: lower case, letters without accents, one kind of dash; no apostrophes, commas,
-- quotation marks and brackets, and nothing that nobody sees. Most text is ASCII, where the first line does.
CREATE OR REPLACE FUNCTION search_form(text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length($1) = length($1) THEN translate(lower($1), '''`,;"<>', '') ELSE
    translate(lower(unaccent(normalize(regexp_replace(normalize(replace($1, '´', ''), NFKD),
        '[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061c\u064b-\u065f\u0670\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e0fff]+',
        '', 'g'), NFC)) COLLATE "und-x-icu") COLLATE "default",
      'ςیىک‐‑‒–—―−''`’‘ʼʻʹ′,،、;؛"“”„«»<>', 'σييك-------') END $$;
