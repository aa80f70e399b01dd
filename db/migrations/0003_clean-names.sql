-- Names that were kept before their rule, which new ones go through (lib/text/invisible.ts): what nobody sees goes, spaces of
-- every width are one, each letter is written one way. "" where there is nothing to see.
CREATE OR REPLACE FUNCTION pg_temp.visible_name(text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  name text := normalize($1, NFC);
  joiner text := '[\u200c\u200d]+';
  selector text := '[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]+';
  emoji text := '[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]';
  -- Latin, Greek and Cyrillic letters, and the signs that stand among them: joiners and selectors do nothing there.
  plain text := '\u0001-!"$-)+-/:-\u00a8\u00aa-\u00ad\u00af-\u02ff\u0370-\u0482\u048a-\u052f\u1c80-\u1c8a\u1d00-\u1dbf'
    || '\u1e00-\u203b\u203d-\u2048\u204a-\u2070\u2c60-\u2c7f\u3000-\u3002\ua640-\ua66e\ua680-\ua69d\ua722-\ua7ff'
    || '\uab30-\uab6f\ufb00-\ufb06\uff01-\uff65\ufdd0-\ufdef';
  ends text := '[\s\u200e\u200f\u061c]+';
BEGIN
  name := regexp_replace(name, '[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff'
    || '\uffa0\ufdd0-\ufdef\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]+', '', 'g');
  name := regexp_replace(name, '(?<=^|[#*0-9' || plain || '])' || joiner, '', 'g');
  name := regexp_replace(name, '(?<=' || emoji || ')' || joiner || '(?!' || emoji || ')', '', 'g');
  name := regexp_replace(name COLLATE "und-x-icu", '(?<=[[:alpha:]])' || joiner || '(?![[:alpha:]])', '', 'g');
  name := regexp_replace(name, '(?<=^|[\u0300-\u036f\u200c-\u200f' || plain || '])' || selector, '', 'g');
  name := regexp_replace(name, '[\u0001- \u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000'
    || '\U00013441\U00013442\U0001d159]+', ' ', 'g');
  name := regexp_replace(name, '^' || ends || '|' || ends || '$', '', 'g');
  RETURN CASE WHEN name COLLATE "und-x-icu" ~ '[[:alnum:][:punct:]!-~\u00a1-\u02ff\u2070-\u20cf\u2100-\u27ff\u2900-\u2bff\u3000-\u33ff\U0001d100-\U0001faff]'
    THEN name ELSE '' END;
END $$;--> statement-breakpoint

UPDATE users SET first_name = pg_temp.visible_name(first_name), last_name = pg_temp.visible_name(last_name)
  WHERE first_name || last_name ~ '[^ -~]|  ' AND
    (first_name, last_name) IS DISTINCT FROM (pg_temp.visible_name(first_name), pg_temp.visible_name(last_name));--> statement-breakpoint
UPDATE invitation_rows SET first_name = pg_temp.visible_name(first_name), last_name = pg_temp.visible_name(last_name)
  WHERE first_name || last_name ~ '[^ -~]|  ' AND
    (first_name, last_name) IS DISTINCT FROM (pg_temp.visible_name(first_name), pg_temp.visible_name(last_name));--> statement-breakpoint
UPDATE accounts SET name = coalesce(nullif(pg_temp.visible_name(name), ''), 'Company'),
    address = nullif(pg_temp.visible_name(address), ''), website = nullif(pg_temp.visible_name(website), '')
  WHERE concat(name, address, website) ~ '[^ -~]|  ';--> statement-breakpoint
UPDATE numbers SET label = coalesce(nullif(pg_temp.visible_name(label), ''), e164) WHERE label ~ '[^ -~]|  ';--> statement-breakpoint
UPDATE contacts SET name = coalesce(nullif(pg_temp.visible_name(name), ''), phone) WHERE name ~ '[^ -~]|  ';--> statement-breakpoint

-- Groups that now have the name of a sibling get a number after it.
DO $$
DECLARE
  place record;
  better text;
  times integer;
BEGIN
  FOR place IN SELECT id, parent_id, name FROM groups WHERE name ~ '[^ -~]|  ' ORDER BY id LOOP
    place.name := coalesce(nullif(pg_temp.visible_name(place.name), ''), 'Group');
    better := place.name;
    times := 1;
    WHILE EXISTS (SELECT FROM groups
        WHERE parent_id = place.parent_id AND id <> place.id AND lower(name) = lower(better)) LOOP
      times := times + 1;
      better := left(place.name, 74) || ' (' || times || ')';
    END LOOP;
    UPDATE groups SET name = better WHERE id = place.id AND name <> better;
  END LOOP;
END $$;
