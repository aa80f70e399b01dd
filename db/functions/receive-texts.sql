-- Takes in what customers wrote, each once, in its thread or among the strays (`line_phone` is empty where nobody wrote it). `at_once`,
-- a whole transaction, it waits two seconds at most, and hears of no erasing (LE001). Rows are taken in one order, so that servers
-- don't wait for each other; numbers and customers are found one by one, by index: for a list PostgreSQL looks through all.
CREATE OR REPLACE FUNCTION receive_texts(told jsonb, at_once boolean)
  RETURNS TABLE (id uuid, at timestamptz, conversation_id uuid, account_id uuid, number_id uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE came jsonb; held text[]; placed jsonb;
BEGIN
  IF at_once THEN PERFORM set_config('lock_timeout', '2s', true); END IF;
  WITH each AS (
    SELECT * FROM jsonb_to_recordset(told) AS t(place int, id uuid, contact_id uuid, thread_id uuid, carrier text, carrier_id text,
      from_phone text, to_phone text, line_phone text, body text, preview text, media jsonb, at timestamptz, waited float)
  ), seen AS (
    INSERT INTO inbound_seen (carrier, carrier_id, message_id)
      SELECT carrier, carrier_id, CASE WHEN (SELECT true FROM numbers WHERE e164 = line_phone) THEN id END
        FROM each ORDER BY carrier COLLATE "C", carrier_id COLLATE "C"
      ON CONFLICT DO NOTHING RETURNING carrier, carrier_id
  ), fresh AS (
    SELECT place, each.id, contact_id, thread_id, carrier, carrier_id, from_phone, to_phone, body, preview, media,
      -- When it came here, whatever it has waited for since.
      coalesce(at, (now() - waited * interval '1 millisecond')::timestamptz(3)) AS at, numbers.id AS number_id, account_id
      FROM each JOIN seen USING (carrier, carrier_id) LEFT JOIN numbers ON e164 = line_phone
  ), strays AS (
    INSERT INTO inbound_strays (id, carrier, carrier_id, from_phone, to_phone, body, media, at)
      SELECT id, carrier, carrier_id, from_phone, to_phone, body, coalesce(media, '[]'), at FROM fresh WHERE number_id IS NULL
      ON CONFLICT DO NOTHING
  )
  SELECT jsonb_agg(fresh) INTO came FROM fresh WHERE number_id IS NOT NULL;
  IF came IS NULL THEN RETURN; END IF;

  -- Who is there already is only held: nobody deletes or merges them meanwhile.
  held := ARRAY(SELECT account_id || ' ' || phone FROM contacts WHERE deleted_at IS NULL AND id = ANY (ARRAY(
      SELECT (SELECT c.id FROM contacts c WHERE c.account_id = t.account_id AND c.phone = from_phone)
        FROM jsonb_to_recordset(came) AS t(account_id uuid, from_phone text)))
    ORDER BY id FOR SHARE);
  -- Made by the first message, with no more than the number; deleted once, they are a contact again. Whom another server has
  -- made while this one waited is held by it, too.
  INSERT INTO contacts (id, account_id, phone)
    SELECT DISTINCT ON (account_id, from_phone) contact_id, account_id, from_phone
      FROM jsonb_to_recordset(came) AS t(account_id uuid, from_phone text, contact_id uuid)
      WHERE account_id || ' ' || from_phone <> ALL (held)
      ORDER BY account_id, from_phone
    ON CONFLICT (account_id, phone) DO UPDATE SET deleted_at = NULL WHERE contacts.deleted_at IS NOT NULL;
  IF at_once AND EXISTS (SELECT FROM erasure_keys WHERE account_id IN (
      SELECT account_id FROM jsonb_to_recordset(came) AS t(account_id uuid))) THEN
    RAISE EXCEPTION 'whom they have erased is to be heard' USING ERRCODE = 'LE001';
  END IF;

  -- Each text in the next place of its thread, which is open again: theirs who had it, while they are Active and have the line.
  WITH theirs AS (
    SELECT t.*, (SELECT c.id FROM contacts c WHERE c.account_id = t.account_id AND c.phone = from_phone) AS their_id
      FROM jsonb_to_recordset(came) AS t(place int, id uuid, thread_id uuid, account_id uuid, number_id uuid, from_phone text,
        at timestamptz, body text, preview text, media jsonb)
  ), thread AS (
    INSERT INTO conversations AS c (id, account_id, number_id, contact_id, seq, in_seq, preview, last_message_at)
      SELECT (array_agg(thread_id))[1], account_id, number_id, their_id, count(*), count(*),
        (array_agg(preview ORDER BY at DESC, place DESC))[1], max(at)
        FROM theirs GROUP BY account_id, number_id, their_id ORDER BY number_id, their_id
      ON CONFLICT (number_id, contact_id) DO UPDATE SET
        seq = c.seq + excluded.seq, in_seq = c.seq + excluded.seq,
        -- No carrier's times say which of two came first within a second.
        preview = CASE WHEN excluded.last_message_at >= c.last_message_at - interval '1 second' THEN excluded.preview ELSE c.preview END,
        last_message_at = greatest(c.last_message_at, excluded.last_message_at), closed_at = NULL,
        claimed_by = CASE WHEN c.closed_at IS NULL
          OR EXISTS (SELECT FROM members m WHERE m.id = c.claimed_by AND m.status = 'Active') THEN c.claimed_by END
      RETURNING c.id AS thread_id, c.number_id, c.contact_id, c.seq
  ), written AS (
    INSERT INTO messages (id, account_id, number_id, conversation_id, seq, direction, body, media, at, shown_at)
      SELECT theirs.id, account_id, number_id, thread.thread_id, thread.seq + 1 - row_number() OVER later, 'in', body, media, at,
        -- Later than this it did not come by itself, and the thread says both when it came to the carrier and when here.
        CASE WHEN now() - at > interval '1 minute' THEN now() END
        FROM theirs JOIN thread USING (number_id) WHERE contact_id = their_id
        WINDOW later AS (PARTITION BY thread.thread_id ORDER BY place DESC)
      RETURNING id, at, conversation_id, account_id, number_id
  ) SELECT jsonb_agg(written ORDER BY place) INTO placed FROM written JOIN theirs USING (id);

  -- An answer of theirs takes back what was to be sent later.
  WITH gone AS (
    DELETE FROM texts
      WHERE conversation_id = ANY (ARRAY(SELECT conversation_id FROM jsonb_to_recordset(placed) AS t(conversation_id uuid)))
        AND send_at > now() AND carrier_id IS NULL AND unknown_since IS NULL
      RETURNING message_id
  ) UPDATE messages SET state = 'called off' FROM gone WHERE messages.id = message_id;
  RETURN QUERY SELECT * FROM jsonb_to_recordset(placed)
    AS t(id uuid, at timestamptz, conversation_id uuid, account_id uuid, number_id uuid);
END $$;
