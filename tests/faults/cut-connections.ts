import { setTimeout as sleep } from "node:timers/promises";
import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { atWork } from "./support/at-work";
import { crowd } from "./support/crowd";
import { cutAll } from "./support/cut-all";
import { noticed } from "./support/felt";
import { gather } from "./support/gather";
import { NEVER_AGAIN, swallowing } from "./support/plant";
import { recovered } from "./support/recovered";
import { openStage } from "./support/stage";
import { until } from "./support/until";

const FOR = { full: 60_000, short: 5000, twin: 2000 };
const EVERY = 500;

export const cutConnections: Scenario = {
  name: "cut-connections",
  says: "All connections to PostgreSQL are terminated every half second while people are invited",
  checks: [...ALWAYS, "back within 5 s, without a restart", "every trouble was felt"],
  async run(how) {
    const stage = await openStage(how, { name: "cut-connections" });
    try {
      const inviting = crowd(stage, { people: 10_000, lists: 100, listed: 12 });
      await atWork(stage);
      const from = Date.now();
      await until(async () => {
        await cutAll(stage);
        await sleep(EVERY);
        return Date.now() > from + FOR[how.length] && noticed(stage, from);
      });
      stage.troubles.push({ kind: "cut", from, to: Date.now() });
      await recovered(stage);
      inviting.stop();
      await inviting.finished;
      return await gather(stage);
    } finally {
      await stage.close();
    }
  },
  twins: [
    {
      name: "a worker that never asks again",
      plant: { edits: NEVER_AGAIN, silent: true },
      found: ["back within 5 s, without a restart"],
      long: true,
    },
    {
      name: "emails that are not written down",
      plant: { sql: swallowing("outbox"), silent: true },
      found: ["nothing accepted is lost", "no half-made user"],
      long: true,
    },
  ],
};
