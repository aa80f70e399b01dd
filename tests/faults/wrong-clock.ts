import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { triedByHand } from "./support/by-hand";
import { crowd } from "./support/crowd";
import { everySends } from "./support/every-sends";
import { gather } from "./support/gather";
import { preloaded } from "./support/plant";
import { readings } from "./support/readings";
import { sentBy } from "./support/sent-by";
import { openStage } from "./support/stage";

const TWO_DAYS = 48 * 3_600_000;
const PEOPLE = { full: 80, short: 16, twin: 6 };

const wrongClock = (name: string, off: number, twins: Scenario["twins"]): Scenario => ({
  name,
  says: `Two servers, and the clock of one is two days ${off > 0 ? "ahead" : "behind"}`,
  checks: [...ALWAYS, "every server sends", "times are the database's"],
  async run(how) {
    const wrong = { NODE_OPTIONS: preloaded("shift-clock.mjs", off) };
    const stage = await openStage(how, { name, servers: how.length === "twin" ? [wrong] : [{}, wrong] });
    try {
      const { portals } = stage;
      await crowd(stage, { people: PEOPLE[how.length], lists: 1, portals }).finished;
      await everySends(stage);
      const evidence = await gather(stage);
      const failed = await triedByHand(stage);
      return { ...evidence, shares: portals.map(sentBy), failed, readings: await readings(stage) };
    } finally {
      await stage.close();
    }
  },
  twins,
});

export const clockAhead = wrongClock("clock-ahead", TWO_DAYS, [
  {
    name: "links that end by another clock",
    plant: {
      sql: `create function shift_link() returns trigger language plpgsql as $$
          begin new.expires_at := new.expires_at + interval '2 days'; return new; end $$;
        create trigger shift before insert on links for each row execute function shift_link();`,
    },
    found: ["times are the database's"],
  },
]);

export const clockBehind: Scenario = { ...wrongClock("clock-behind", -TWO_DAYS, []), long: true };
