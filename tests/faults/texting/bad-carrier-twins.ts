import type { Twin } from "../scenario";

/** Pages are built before, and know no bug of ours: what their webhooks write is spoilt where it is written. */
const SPOILT = `
  create function take_back() returns trigger language plpgsql as $$ begin
    update messages set state = 'sent' where id = new.message_id and new.status = 'sent'; return new; end $$;
  create trigger take_back after insert on carrier_events for each row execute function take_back();
  create function forget() returns trigger language plpgsql as $$ begin
    new.carrier_id := new.carrier_id || gen_random_uuid(); return new; end $$;
  create trigger forget before insert on inbound_seen for each row execute function forget();`;

export const BAD_CARRIER_TWINS: Twin[] = [
  {
    name: "an unclear answer is a no, a state goes back, what came is not known again, and of what came unheard the newest first and the oldest never",
    plant: {
      edits: [
        {
          file: "lib/carrier/twilio/hand.ts",
          from: 'if (isUnclear(status)) return { kind: "unclear", error };',
          to: 'if (isUnclear(status)) return { kind: "later", error };',
        },
        {
          file: "lib/messages/receive/catch-up.ts",
          from: "for (const text of found) await",
          to: "for (const text of found.slice(1).reverse()) await",
        },
      ],
      sql: SPOILT,
    },
    found: [
      "no text goes out twice",
      "every text is what became of it",
      "nothing that customers write is lost",
      "nothing that customers write is there twice",
      "what came unheard stands in its order, with its time",
    ],
  },
];
