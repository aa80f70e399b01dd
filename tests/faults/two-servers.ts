import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { crowd } from "./support/crowd";
import { everySends } from "./support/every-sends";
import { gather } from "./support/gather";
import { sentBy } from "./support/sent-by";
import { openStage } from "./support/stage";

/** What Lineup keeps to unless it is told otherwise. */
const RATE = 2;

const SIZES = {
  full: { people: 150, lists: 6 },
  short: { people: 24, lists: 1 },
  twin: { people: 16, lists: 0 },
};

/** All of them wait until everybody is invited, and leave at the same moment, one by one: now spacing is needed. */
const HELD_BACK = `create function hold_back() returns trigger language plpgsql as $$
    begin new.next_at := now() + interval '1 day'; new.attempts := 1; return new; end $$;
  create trigger hold_back before insert on outbox for each row execute function hold_back();`;

export const twoServers: Scenario = {
  name: "two-servers",
  says: "Two servers with a worker each share one database",
  checks: [...ALWAYS, "the rate holds over all servers", "every server sends"],
  async run(how) {
    const settings = { RESEND_RATE: String(RATE) };
    const stage = await openStage(how, { name: "two-servers", settings, servers: [{}, {}] });
    try {
      const { portals } = stage;
      await crowd(stage, { ...SIZES[how.length], portals }).finished;
      await everySends(stage);
      return { ...(await gather(stage, { rate: RATE })), shares: portals.map(sentBy) };
    } finally {
      await stage.close();
    }
  },
  twins: [
    {
      name: "moments that are not spaced, and a second server that sends nothing",
      plant: {
        edits: [{ file: "lib/outbox/send/slots.ts", from: "(1000 / perSecond) * 1.25", to: "1 / perSecond" }],
        sql: HELD_BACK,
        settings: { RESEND_API_KEY: "" },
      },
      found: ["the rate holds over all servers", "every server sends"],
    },
  ],
};
