import { copyFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { ACCOUNT_SID, AUTH_TOKEN, type FakeTwilio, startFakeTwilio } from "@/tests/support/carrier/twilio";
import { startServer, type TestServer } from "@/tests/support/run/server";
import { nothingSeen } from "../judge";
import type { Scenario } from "../scenario";
import { copyOf, DATABASE, folderIn } from "../support/ground";
import { preloaded } from "../support/plant";
import { planted } from "../support/planted";
import { startKillable } from "../support/postgres";
import { randomFrom } from "../support/random";
import { FAULT_LOGS, type How } from "../support/stage";
import { until } from "../support/until";
import { BAD_CARRIER_TWINS } from "./bad-carrier-twins";
import type { TextEvidence } from "./judges";
import { misbehave } from "./moods";
import { keptNow, LINE, passUnclearTime, queueTexts, textsNow } from "./queued";
import { tellOfComing, tellOfTexts } from "./told";

/** Texts that leave; what comes while nobody hears it, before the start and once more after a kill; what is told at once. */
const SIZES = {
  full: { texts: 400, unheard: 250, heard: 200, kills: 3 },
  short: { texts: 18, unheard: 12, heard: 8, kills: 0 },
  twin: { texts: 12, unheard: 6, heard: 4, kills: 0 },
};

const HOUR = 3_600_000;

export const badCarrier: Scenario = {
  name: "bad-carrier",
  says: "The carrier answers 429 and 500, hangs, takes texts without saying so and tells of them in any order; Lineup was away for an hour",
  checks: [
    "no text is lost",
    "no text goes out twice",
    "every text is what became of it",
    "nothing that customers write is lost",
    "nothing that customers write is there twice",
    "what came unheard stands in its order, with its time",
  ],
  async run(how) {
    const { texts, unheard, heard, kills } = SIZES[how.length];
    const folder = folderIn(how.ground.folder, "bad-carrier");
    copyOf(how.ground, folder);
    const database = await startKillable(folder, DATABASE);
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    const carrier = await startFakeTwilio();
    const bugs = how.plant?.edits && (await planted(how.plant.edits));
    const random = randomFrom(how.seed);
    const mood = misbehave(carrier, random);
    const telling = tellOfTexts({ carrier, random, isSilent: mood.isSilent });
    let server: TestServer | undefined;
    try {
      const accepted = await queueTexts(sql, how.ground.company.accountId, texts);
      await sql`update numbers set created_at = now() - interval '2 hours'`;
      if (how.plant?.sql) await sql.unsafe(how.plant.sql);
      const hourAgo = { since: Date.now() - HOUR, every: 5000 };
      const came: NonNullable<TextEvidence["came"]> = unheardSince(carrier, hourAgo, unheard);
      const own = settings(how, { DATABASE_URL: database.url, TWILIO_BASE_URL: carrier.url });
      const start = (port?: number) =>
        startServer(own, { logs: FAULT_LOGS, program: bugs?.program, ...(port !== undefined && { port }) });
      server = await start();
      for (let n = 0; n < heard; n++) {
        const text = carrier.comesIn({ from: `+1303555${1000 + n}`, to: LINE, body: `Is it ready, ${n}?` });
        came.push({ from: text.from, body: text.body });
        await tellOfComing(server.url, text, 3);
      }
      for (let kill = 0; kill < kills; kill++) {
        const { port } = server;
        await server.kill();
        const now = { since: Date.now(), every: 500 };
        came.push(...unheardSince(carrier, now, 20, `after kill ${kill}, `));
        // Until the last of them has been written.
        await sleep(20 * now.every);
        server = await start(port);
      }
      // What a kill cut off before its request was sent waits for the looks at the list in their own time.
      const due = { mood, came: came.length, atMost: kills > 0 ? 300_000 : 90_000 };
      await settled(sql, due);
      await telling.stop();
      await settled(sql, due);
      const [rows, kept] = [await textsNow(sql), await keptNow(sql)];
      const taken = carrier.texts.filter(({ direction }) => direction !== "inbound").map(({ to }) => to);
      const seen = {
        accepted,
        killed: mood.unclear(),
        taken,
        rows: [...rows],
        ends: telling.ends,
        came,
        kept: [...kept],
      };
      return { ...nothingSeen, texts: seen };
    } finally {
      await telling.stop();
      await server?.stop();
      bugs?.remove();
      await carrier.close();
      await sql.end({ timeout: 1 });
      copyFileSync(database.log, path.join(FAULT_LOGS, `${path.basename(folder)}-postgres.log`));
      await database.stop();
    }
  },
  twins: BAD_CARRIER_TWINS,
};

const settings = ({ length }: How, own: Record<string, string>) => ({
  ...own,
  TWILIO_ACCOUNT_SID: ACCOUNT_SID,
  TWILIO_AUTH_TOKEN: AUTH_TOKEN,
  ...(length !== "full" && { NODE_OPTIONS: preloaded("one-core.mjs", true) }),
});

type When = { since: number; every: number };

/** Three customers write in turn, each more than a second after the last, and the carrier finds nobody to tell. */
function unheardSince(carrier: FakeTwilio, { since, every }: When, many: number, words = "") {
  return Array.from({ length: many }, (_, n) => {
    const at = since + n * every;
    const from = `+1303556${2000 + (n % 3)}`;
    const body = `${words}are you there, ${n}?`;
    carrier.comesIn({ from, to: LINE, body, at: new Date(at) });
    return { from, body, at, isOld: Date.now() - at > 300_000 };
  });
}

type Due = { mood: ReturnType<typeof misbehave>; came: number; atMost: number };

/** Until every text has come to its end, and what came is there. Twins, of which something is lost, wait in vain. */
const settled = (sql: postgres.Sql, { mood, came, atMost }: Due) =>
  until(async () => {
    for (const [to, at] of mood.lastAsked()) await passUnclearTime(sql, to, at);
    await sql`update texts set next_at = now() where carrier_id is not null`;
    await sleep(200);
    const [left] = await sql`select from texts where parked_at is null limit 1`;
    const [kept] = await sql<{ count: number }[]>`select count(*)::int from messages where direction = 'in'`;
    return !left && (kept?.count ?? 0) >= came;
  }, atMost);
