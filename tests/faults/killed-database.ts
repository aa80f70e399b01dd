import { setTimeout as sleep } from "node:timers/promises";
import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { atWork } from "./support/at-work";
import { crowd } from "./support/crowd";
import { felt } from "./support/felt";
import { gather } from "./support/gather";
import { NEVER_AGAIN } from "./support/plant";
import { randomFrom } from "./support/random";
import { recovered } from "./support/recovered";
import { openStage } from "./support/stage";

const KILLS = { full: 10, short: 2, twin: 1 };

/** And for as long as it takes until every page has been asked for meanwhile. */
const AWAY = { full: 2500, short: 1500, twin: 2500 };

export const killedDatabase: Scenario = {
  name: "killed-database",
  says: "PostgreSQL is killed with -9 and started again while people are invited; the portal stays up",
  checks: [
    ...ALWAYS,
    "without a database a page within 2 s, and nobody is let in",
    "back within 5 s, without a restart",
    "every trouble was felt",
  ],
  async run(how) {
    const random = randomFrom(how.seed);
    const stage = await openStage(how, { name: "killed-database" });
    try {
      const inviting = crowd(stage, { people: 10_000, lists: 100, listed: 12 });
      for (let left = KILLS[how.length]; left > 0; left--) {
        await atWork(stage);
        await sleep(random() * 1500);
        const from = Date.now();
        await stage.database.kill();
        await felt(stage, AWAY[how.length]);
        await stage.database.start();
        stage.troubles.push({ kind: "database", from, to: Date.now() });
        await recovered(stage);
      }
      inviting.stop();
      await inviting.finished;
      return await gather(stage);
    } finally {
      await stage.close();
    }
  },
  twins: [
    {
      name: "a worker that never asks again, and answers that take their time",
      plant: {
        silent: true,
        edits: [
          ...NEVER_AGAIN,
          {
            file: "lib/web/server/wrap.ts",
            from: "await handler(req, res);",
            to: 'if (req.headers.accept?.includes("html")) await new Promise((wake) => setTimeout(wake, 2200)); await handler(req, res);',
          },
        ],
      },
      found: ["without a database a page within 2 s, and nobody is let in", "back within 5 s, without a restart"],
    },
  ],
};
