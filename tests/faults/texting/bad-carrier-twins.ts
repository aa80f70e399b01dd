import type { Twin } from "../scenario";

/** States are spoilt where they are written, whoever tells of them. */
const SPOILT = `
  create function take_back() returns trigger language plpgsql as $$ begin
    update messages set state = 'sent' where id = new.message_id and new.status = 'sent'; return new; end $$;
  create trigger take_back after insert on carrier_events for each row execute function take_back();`;

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
          file: "lib/messages/receive/place-texts.ts",
          from: "carrier_id: text.carrierId }",
          to: "carrier_id: id }",
        },
        {
          file: "lib/messages/receive/catch-up.ts",
          from: "Promise.all(found.map",
          to: "Promise.all(found.slice(1).reverse().map",
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
