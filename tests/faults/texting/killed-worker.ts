import { copyFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { ACCOUNT_SID, AUTH_TOKEN, startFakeTwilio } from "@/tests/support/carrier/twilio";
import { nothingSeen } from "../judge";
import type { Scenario } from "../scenario";
import { copyOf, DATABASE, folderIn } from "../support/ground";
import { planted } from "../support/planted";
import { startKillable } from "../support/postgres";
import { randomFrom } from "../support/random";
import { FAULT_LOGS, type How } from "../support/stage";
import { until } from "../support/until";
import { passTextTime, queueTexts, textsNow } from "./queued";
import { startTextingWorker, type TextingWorker } from "./worker";

/** Requests that are to be without an answer when their worker is killed: a worker has some of them at once. */
const SIZES = { full: { kills: 1000 }, short: { kills: 8 }, twin: { kills: 4 } };

/** So long the other lanes have to ask, too, before all are killed. */
const OTHERS_MS = 150;

export const killedTexting: Scenario = {
  name: "killed-texting",
  says: "The worker is killed with -9 between a text's request and its answer, the carrier having taken it or not",
  checks: ["no text is lost", "no text goes out twice"],
  async run(how) {
    const { kills } = SIZES[how.length];
    const folder = folderIn(how.ground.folder, "killed-texting");
    copyOf(how.ground, folder);
    const database = await startKillable(folder, DATABASE);
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    const carrier = await startFakeTwilio();
    const bugs = how.plant?.edits && (await planted(how.plant.edits));
    const settings = { DATABASE_URL: database.url, TWILIO_ACCOUNT_SID: ACCOUNT_SID, TWILIO_AUTH_TOKEN: AUTH_TOKEN };
    const start = () =>
      startTextingWorker(
        { ...settings, TWILIO_BASE_URL: carrier.url, APP_URL: "http://localhost:3000" },
        {
          log: path.join(FAULT_LOGS, `${path.basename(folder)}-worker.log`),
          program: bugs && path.join(path.dirname(bugs.program), "worker.mjs"),
        },
      );
    let worker: TextingWorker | undefined;
    try {
      const accepted = await queueTexts(sql, how.ground.company.accountId, kills + 20);
      const random = randomFrom(how.seed);
      let [asked, hanging] = [0, 0];
      carrier.failWhen(({ method }) => {
        if (method !== "POST") return undefined;
        hanging++;
        // The first is taken and the second is not, so that each kind is there however few there are.
        const isTaken = asked++ < 2 ? asked === 1 : random() < 0.5;
        return { hang: true, ...(isTaken && { taken: true as const }) };
      });
      let killed = 0;
      while (killed < kills) {
        hanging = 0;
        worker = start();
        const { hasEnded } = worker;
        if (!(await until(() => hanging > 0 || hasEnded())) || hasEnded()) throw new Error("the worker asks nothing");
        await sleep(OTHERS_MS);
        await worker.kill();
        killed += hanging;
        await passTextTime(sql);
      }
      carrier.failWhen(() => undefined);
      worker = start();
      await settled(sql, how);
      const texts = { accepted, killed, taken: carrier.texts.map(({ to }) => to), rows: [...(await textsNow(sql))] };
      return { ...nothingSeen, texts };
    } finally {
      await worker?.kill();
      bugs?.remove();
      await carrier.close();
      await sql.end({ timeout: 1 });
      copyFileSync(database.log, path.join(FAULT_LOGS, `${path.basename(folder)}-postgres.log`));
      await database.stop();
    }
  },
  twins: [
    {
      name: "a text whose worker died is handed over again, and nobody asks whether the carrier has it",
      plant: {
        edits: [
          {
            file: "lib/messages/send/claim-texts.ts",
            from: "else coalesce(texts.unknown_since, now()) end",
            to: "else null end",
          },
        ],
      },
      found: ["no text goes out twice"],
    },
    {
      name: "a text that the carrier does not have is given up",
      plant: {
        edits: [
          {
            file: "lib/messages/send/find-out.ts",
            from: 'log.info("text.again", { messageId: text.id });',
            to: "return held(text, { parkedAt: sql`now()` });",
          },
        ],
      },
      found: ["no text is lost"],
    },
  ],
};

/** Until the carrier has all of them, or a person must decide. */
const settled = (sql: postgres.Sql, { length }: How) =>
  until(
    async () => {
      await passTextTime(sql);
      const [left] = await sql`select from texts where carrier_id is null and parked_at is null limit 1`;
      await sleep(length === "full" ? 1000 : 200);
      return !left;
    },
    length === "full" ? 600_000 : undefined,
  );
