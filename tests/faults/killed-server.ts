import { setTimeout as sleep } from "node:timers/promises";
import { ALWAYS } from "./judge";
import type { Scenario } from "./scenario";
import { crowd } from "./support/crowd";
import { gather, passTime } from "./support/gather";
import { swallowing } from "./support/plant";
import { randomFrom } from "./support/random";
import { openStage } from "./support/stage";
import { until } from "./support/until";

const SIZES = {
  full: { people: 600, lists: 16, kills: 20, between: 1500 },
  short: { people: 40, lists: 2, kills: 2, between: 1500 },
  twin: { people: 16, lists: 0, kills: 1, between: 1500 },
};

export const killedServer: Scenario = {
  name: "killed-server",
  says: "The server is killed with -9 again and again while people are invited",
  checks: [...ALWAYS, "every trouble was felt"],
  async run(how) {
    const { people, lists, kills, between } = SIZES[how.length];
    const random = randomFrom(how.seed);
    const stage = await openStage(how, { name: "killed-server" });
    try {
      const inviting = crowd(stage, { people, lists });
      const done = { all: false };
      void inviting.finished.then(() => {
        done.all = true;
      });
      for (let left = kills; left > 0; left--) {
        const before = stage.told.accepted.length;
        // Each kill has something to lose: it comes at any moment after somebody was told that theirs is saved.
        await until(() => stage.told.accepted.length > before || done.all);
        await sleep(random() * between);
        if (how.plant) await until(async () => (await stage.sql`select 1 from outbox where state = 'sent'`).length > 0);
        await stage.portal.crash(how.length === "full" ? undefined : () => passTime(stage.sql));
      }
      await inviting.finished;
      return await gather(stage);
    } finally {
      await stage.close();
    }
  },
  twins: [
    {
      name: "marked as sent before it is, history with gaps, and a company whose only Admin is disabled",
      plant: {
        edits: [
          {
            file: "lib/outbox/send/send-next.ts",
            from: "return { delivery: await send() };",
            to: `const { writeDb } = await import("@/db/write");
              const { sql } = await import("drizzle-orm");
              for (const { id } of emails) await writeDb.execute(sql\`update outbox set state = 'sent' where id = \${id}\`);
              await sleep(3_600_000);
              return { delivery: await send() };`,
          },
        ],
        sql: `${swallowing("audit_events")}
          update members set disabled_at = now() where id not in (select member_id from sessions)`,
      },
      found: ["nothing accepted is lost", "no half-made user", "every account has an Admin"],
    },
  ],
};
