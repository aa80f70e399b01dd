import { copyFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { ACCOUNT_SID, AUTH_TOKEN, type FakeTwilio, startFakeTwilio } from "@/tests/support/carrier/twilio";
import { nothingSeen } from "../judge";
import type { Scenario } from "../scenario";
import { copyOf, DATABASE, folderIn } from "../support/ground";
import { planted } from "../support/planted";
import { startKillable } from "../support/postgres";
import { randomFrom } from "../support/random";
import { FAULT_LOGS } from "../support/stage";
import { until } from "../support/until";
import { beginCampaign, isAllWritten, pauseNow, resumeNow } from "./campaign";
import { passTextTime, textsNow } from "./queued";
import { startTextingWorker, type TextingWorker } from "./worker";

/** Rounds in which all four workers are killed, one after the other, with a pause between. */
const SIZES = {
  full: { people: 3000, rounds: 25 },
  short: { people: 160, rounds: 2 },
  twin: { people: 120, rounds: 1 },
};

/** Two servers with two workers each. */
const WORKERS = 4;

/** So many texts a second: slow enough that a round ends in the middle. */
const PACE = 60;
const HANGS = 0.03;

/** So long nothing may leave; where a bug lets it, until it has shown, however slow the machine is. */
const PAUSE_MS = { full: 1500, short: 1500, twin: 60_000 };

export const killedCampaign: Scenario = {
  name: "killed-campaign",
  says: "A campaign is paused and resumed while its workers, two on each of two servers, are killed with -9",
  checks: ["no text is lost", "no text goes out twice", "a pause holds"],
  async run(how) {
    const { people, rounds } = SIZES[how.length];
    const folder = folderIn(how.ground.folder, "killed-campaign");
    copyOf(how.ground, folder);
    const database = await startKillable(folder, DATABASE);
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    const carrier = await startFakeTwilio();
    const bugs = how.plant?.edits && (await planted(how.plant.edits));
    const settings = { DATABASE_URL: database.url, TWILIO_ACCOUNT_SID: ACCOUNT_SID, TWILIO_AUTH_TOKEN: AUTH_TOKEN };
    const start = (at: number) =>
      startTextingWorker(
        { ...settings, TWILIO_BASE_URL: carrier.url, APP_URL: `http://localhost:${3000 + (at % 2)}` },
        {
          log: path.join(FAULT_LOGS, `${path.basename(folder)}-server-${at % 2}.log`),
          program: bugs && path.join(path.dirname(bugs.program), "worker.mjs"),
        },
      );
    let workers: TextingWorker[] = [];
    const startAll = () => {
      workers = Array.from({ length: WORKERS }, (_, at) => start(at));
    };
    const killAll = async () => {
      for (const worker of workers.splice(0)) await worker.kill();
    };
    try {
      const { ana, accountId } = how.ground.company;
      const accepted = await beginCampaign(sql, { accountId, madeBy: ana.memberId, people, perSecond: PACE });
      if (how.plant?.sql) await sql.unsafe(how.plant.sql);
      const random = randomFrom(how.seed);
      const asked = (): number => carrier.asked.filter(isText).length;
      const hang: Parameters<FakeTwilio["failWhen"]>[0] = (request) =>
        isText(request) && random() < HANGS
          ? { hang: true, ...(random() < 0.5 && { taken: true as const }) }
          : undefined;
      const leaked: number[] = [];
      let killed = 0;
      for (let round = 0; round < rounds; round++) {
        carrier.failWhen(hang);
        startAll();
        const before = asked();
        if (!(await until(() => asked() > before + 5))) throw new Error("nothing of the campaign leaves");
        await pauseNow(sql);
        const paused = asked();
        await until(() => asked() - paused > WORKERS, PAUSE_MS[how.length]);
        leaked.push(asked() - paused);
        // One dies while it is paused, the others while it goes on.
        await workers.pop()?.kill();
        await resumeNow(sql);
        const resumed = asked();
        await until(() => asked() > resumed + PACE * random(), 5000);
        await killAll();
        killed += WORKERS;
        await passTextTime(sql);
      }
      carrier.failWhen(() => undefined);
      startAll();
      if (!(await until(() => isAllWritten(sql), 240_000))) throw new Error("the campaign is not finished");
      // What a kill cut off is found out at the carrier, or goes again, in its own time.
      await until(async () => {
        await passTextTime(sql);
        await sleep(300);
        const [left] = await sql`select from texts where carrier_id is null and parked_at is null limit 1`;
        return !left;
      });
      const rows = [...(await textsNow(sql))];
      const taken = carrier.texts.map(({ to }) => to);
      return { ...nothingSeen, texts: { accepted, killed, taken, rows, leaked, leaksAtMost: WORKERS } };
    } finally {
      await killAll();
      bugs?.remove();
      await carrier.close();
      await sql.end({ timeout: 1 });
      copyFileSync(database.log, path.join(FAULT_LOGS, `${path.basename(folder)}-postgres.log`));
      await database.stop();
    }
  },
  twins: [
    {
      name: "two workers write to the same people, and a pause holds nothing that is queued",
      plant: {
        edits: [
          {
            file: "lib/campaigns/send/queue-next.ts",
            from: '    .for("update", { skipLocked: true });\n  if (found.length === 0) return [];',
            to: ";\n  if (found.length === 0) return [];",
          },
          { file: "lib/messages/send/claim-texts.ts", from: "c.state = 'sending'", to: "c.state <> 'stopped'" },
        ],
        // The first waits until a second is at it, too: by chance the first may be through before another has looked.
        sql: `create sequence at_it;
          create function meet() returns trigger language plpgsql as $$ begin
            perform nextval('at_it');
            while (select last_value from at_it) < 2 loop perform pg_sleep(0.05); end loop;
            return null;
          end $$;
          create trigger meet before insert on conversations for each statement execute function meet();`,
      },
      found: ["no text goes out twice", "a pause holds"],
    },
  ],
};

const isText = ({ method, fields }: { method: string; fields: URLSearchParams }) =>
  method === "POST" && fields.has("Body");
