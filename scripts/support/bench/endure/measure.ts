import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { startServer } from "@/tests/support/run/server";
import { endWith } from "../../life";
import { say, step } from "../../say";
import { type Asked, ask } from "../budget/asking";
import { peopleOf, saving } from "../budget/measure";
import { memoryOf } from "../budget/processes";
import { benchCompany } from "../companies";
import { cookieOf } from "../login";
import { idleConnections } from "./idle";
import { heapOf } from "./metrics";

type Whole = {
  databaseUrl: string;
  password: string;
  hash: string;
  users: number;
  /** How many are asked for a leak to show. */
  requests: number;
  /** How long the load lasts. */
  seconds: number;
};

/** At once: while leaks are looked for, under load, and doing nothing. */
const [FEW, MANY, IDLE] = [8, 64, 1000];

/** `slowest`: 99th of a hundred to the one in the middle; `grown`: a heap that is flat still breathes; `idle`: MiB. */
const GOALS = { slowest: 12, grown: 1.1, idle: 40 };

/** What stays so for long: a heap that is flat, answers under load, connections that do nothing. Answers what missed its goal. */
export async function measureEndurance(whole: Whole): Promise<string[]> {
  const { databaseUrl, password, hash, users } = whole;
  const company = await step(`Seeding ${users.toLocaleString("en")}`, () => benchCompany(users, hash));
  const token = randomBytes(24).toString("base64url");
  const settings = { DATABASE_URL: databaseUrl, METRICS_TOKEN: token };
  const server = await step("Starting the server", () => startServer(settings));
  endWith("the server", server.stop);
  const { url, pid } = server;
  const cookie = await cookieOf(url, { username: company.admin, password });
  const people = await peopleOf(company.admin);
  const places = ["/admin/users", `/admin/users/${people[0]}`, "/admin/numbers", "/login", "/admin", "/api/health"];
  const page = (at: number): Asked => {
    const place = places[at % places.length];
    // Who is logged in is led on from there.
    return { url: `${url}${place}`, cookie: place === "/login" ? "" : cookie };
  };
  const save = saving(url, people, cookie).next;

  const lows = await step(`${whole.requests.toLocaleString("en")} requests, ${FEW} at once`, () =>
    lowsOfHeap(whole.requests, page, () => heapOf(url, token)),
  );
  const calm = memoryOf(pid);
  const load = await step(`${whole.seconds} s of pages and saves on ${MANY} connections`, () =>
    underLoad(whole.seconds, page, save),
  );
  const grown = (lows.at(-1) ?? 0) / (lows[1] ?? 1);
  const [half, most] = [at(load.times, 0.5), at(load.times, 0.99)];
  say(`Heaps of all processes at their lowest, tenth by tenth: ${lows.map((low) => low.toFixed(0)).join(" ")} MiB`);
  say(
    `Under load: ${load.times.length} answers, half within ${half.toFixed(0)} ms, 99 of 100 within ${most.toFixed(0)}`,
  );
  say(`Not answered as they should be: ${load.wrong.length} ${[...new Set(load.wrong)].join(", ")}`);
  say(`Memory: ${calm.toFixed(0)} MiB before it, ${memoryOf(pid).toFixed(0)} after`);
  const idle = await step(`${IDLE} connections that stay open`, () => idleConnections(url, IDLE, () => memoryOf(pid)));
  say(`${IDLE} idle connections hold ${idle.toFixed(0)} MiB`);
  await server.stop();
  return [
    ...(grown > GOALS.grown ? [`the heap: it grew by ${((grown - 1) * 100).toFixed(0)} % after the first tenth`] : []),
    ...(most > half * GOALS.slowest ? [`the slowest answers: ${(most / half).toFixed(1)} times the middle one`] : []),
    ...(load.wrong.length > 0 ? ["answers under load"] : []),
    ...(idle > GOALS.idle ? ["idle connections"] : []),
  ];
}

/** The lowest that the heaps of all processes came to in each tenth of the requests, in MiB. */
async function lowsOfHeap(requests: number, page: (at: number) => Asked, heap: () => Promise<number>) {
  const lows: number[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    let [done, low] = [0, Number.POSITIVE_INFINITY];
    const one = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      while (done < requests / 10) {
        done += 1;
        if (done % 10 === 0) low = Math.min(low, await heap());
        await ask(page(done), agent);
      }
      agent.destroy();
    };
    await Promise.all(Array.from({ length: FEW }, one));
    lows.push(low);
  }
  return lows;
}

/** Everybody looks at one page after the other and saves a person after each seventh, for so long. */
async function underLoad(
  seconds: number,
  page: (at: number) => Asked,
  save: (at: number, through: Agent) => Promise<Asked>,
) {
  const until = performance.now() + seconds * 1000;
  const [times, wrong]: [number[], number[]] = [[], []];
  const one = async (_: unknown, who: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = who; performance.now() < until; turn++) {
      const asked = turn % 8 === 7 ? await save(turn, agent) : page(turn);
      const began = performance.now();
      const { status } = await ask(asked, agent);
      times.push(performance.now() - began);
      if (status !== (asked.form ? 303 : 200)) wrong.push(status);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: MANY }, one));
  return { times: times.sort((a, b) => a - b), wrong };
}

const at = (sorted: number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
