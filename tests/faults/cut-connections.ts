import { setTimeout as sleep } from "node:timers/promises";
import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { crowd } from "./support/crowd";
import { gather } from "./support/gather";
import { NEVER_AGAIN, swallowing } from "./support/plant";
import { recovered } from "./support/recovered";
import { openStage } from "./support/stage";

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
      await sleep(500);
      const from = Date.now();
      while (Date.now() < from + FOR[how.length]) {
        await stage.sql`select pg_terminate_backend(pid) from pg_stat_activity
          where backend_type = 'client backend' and pid <> pg_backend_pid()`;
        await sleep(EVERY);
      }
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
      plant: { edits: NEVER_AGAIN },
      found: ["back within 5 s, without a restart"],
      long: true,
    },
    {
      name: "emails that are not written down",
      plant: { sql: swallowing("outbox") },
      found: ["nothing accepted is lost", "no half-made user"],
      long: true,
    },
  ],
};
