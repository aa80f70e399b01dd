import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Agent } from "node:http";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db";
import { members } from "@/db/schema";
import { env, environmentWith } from "@/lib/env";
import { startServer } from "@/tests/support/run/server";
import { endWith } from "../../life";
import { say, step } from "../../say";
import { benchCompany } from "../companies";
import { cpuMsOf, median } from "../load";
import { cookieOf } from "../login";
import { type Answer, type Asked, ask, formWith } from "./asking";
import { serveBare } from "./bare";
import { memoryOf, postmaster } from "./processes";

const [ROUNDS, WARM] = [2, 100];

/** `next`: what is asked for each time; what it needs is fetched before, and not counted. */
type Act = { name: string; times: number; status: number; next: (at: number) => Promise<Asked> | Asked };
type Spent = { server: number; database: number; answer: Answer };
type Whole = { databaseUrl: string; password: string; hash: string; users: number };

/** What a page, a process and a start cost, for docs/budget.md. One connection, one request after the other. */
export async function measureBudget({ databaseUrl, password, hash, users }: Whole): Promise<void> {
  const empty = await step("Seeding a company of one", () => benchCompany(1, hash));
  const full = await step(`Seeding ${users.toLocaleString("en")}`, () => benchCompany(users, hash));
  const bare = await step("Making a bare page of Next's", serveBare);
  const server = await step("Starting the server", () => startServer({ DATABASE_URL: databaseUrl }));
  endWith("the server", server.stop);
  const idle = memoryOf(server.pid);
  const { url } = server;
  const [nobody, admin] = [
    await cookieOf(url, { username: empty.admin, password }),
    await cookieOf(url, { username: full.admin, password }),
  ];
  const page = (name: string, path: string, cookie: string): Act => {
    return { name, times: 60, status: 200, next: () => ({ url: url + path, cookie }) };
  };
  const people = await peopleOf(full.admin);
  const acts = [
    page("an empty page", "/admin/numbers", nobody),
    page("the list", "/admin/users", admin),
    page("a person", `/admin/users/${people[0]}`, admin),
    page("a new person's form", "/admin/users/new", admin),
    page("the login page", "/login", ""),
    page("/api/health", "/api/health", ""),
    saving(url, people, admin),
    adding(url, admin),
  ];
  const ours = { pid: server.pid, database: await postmaster() };
  const bareAct: Act = { name: "a bare page of Next's", times: 60, status: 200, next: () => ({ url: bare.url }) };
  const bench = [{ act: bareAct, pids: { ...ours, pid: bare.pid } }, ...acts.map((act) => ({ act, pids: ours }))];
  for (const { act } of bench) if (act.status === 200) await repeat(act, WARM);
  const spent: Spent[][] = bench.map(() => []);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [at, { act, pids }] of bench.entries()) spent[at]?.push(await spend(act, pids));
    say(`Round ${round} of ${ROUNDS}`);
  }
  const peak = await peakOf(server.pid, acts.slice(0, 5));
  tell(bench.map(({ act }, at) => ({ name: act.name, spent: spent[at] ?? [] })));
  say(`Memory of the launcher and the serving processes: ${idle.toFixed(0)} MiB idle, ${peak.toFixed(0)} MiB at most`);
  await server.stop();
  const starts = [await startTime(databaseUrl), await startTime(databaseUrl), await startTime(databaseUrl)];
  say(`From npm start to the first page: ${median(starts).toFixed(0)} ms`);
}

/** Twenty-five and more who are Active in that company, by their names. */
export async function peopleOf(username: string): Promise<string[]> {
  const [own] = await db.query.users.findMany({ where: (user) => eq(user.username, username), limit: 1 });
  const company = eq(members.accountId, own?.homeAccountId ?? "");
  const rows = await db
    .select({ id: members.id })
    .from(members)
    .where(company)
    .orderBy(asc(members.nameKey))
    .limit(500);
  return rows.map(({ id }) => id);
}

/** The whole form of one person after the other. */
export function saving(url: string, people: string[], cookie: string) {
  let turn = 0;
  const next = async (_ = 0, through?: Agent) => {
    turn += 1;
    const place = `${url}/admin/users/${people[turn % people.length]}`;
    const form = formWith((await ask({ url: place, cookie }, through)).body, "contactNumber");
    form.set("firstName", `Saved${turn}`);
    return { url: place, cookie, form };
  };
  return { name: "saving a person", times: 15, status: 303, next };
}

/** One more, with their email queued. */
function adding(url: string, cookie: string): Act {
  const place = `${url}/admin/users/new`;
  const next = async () => {
    const form = formWith((await ask({ url: place, cookie })).body, "email");
    const username = `added.${randomUUID().slice(0, 13)}`;
    for (const [name, value] of Object.entries({ firstName: "Ada", lastName: "Bench", username }))
      form.set(name, value);
    form.set("email", `${username}@bench.example`);
    return { url: place, cookie, form };
  };
  return { name: "adding a person", times: 15, status: 303, next };
}

async function repeat({ name, status, next }: Act, times: number): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  const asked: Asked[] = [];
  for (let at = 0; at < times; at++) asked.push(await next(at));
  for (const each of asked) answer = await ask(each);
  if (answer?.status !== status) throw new Error(`${name}: ${answer?.status}, not ${status}`);
  return answer;
}

type Processes = { pid: number; database: number };

async function spend(act: Act, { pid, database }: Processes): Promise<Spent> {
  const asked: Asked[] = [];
  for (let at = 0; at < act.times; at++) asked.push(await act.next(at));
  const before = { server: cpuMsOf(pid) ?? 0, database: cpuMsOf(database) ?? 0 };
  let answer: Answer | undefined;
  for (const each of asked) answer = await ask(each);
  if (answer?.status !== act.status) throw new Error(`${act.name}: ${answer?.status}, not ${act.status}`);
  const each = (after: number | undefined, start: number) => ((after ?? 0) - start) / act.times;
  return { server: each(cpuMsOf(pid), before.server), database: each(cpuMsOf(database), before.database), answer };
}

/** While eight browsers at once look at everything. */
async function peakOf(pid: number, acts: Act[]): Promise<number> {
  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
  }, 250);
  for (const act of acts)
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let time = 0; time < 40; time++) {
          const { url, cookie = "" } = await act.next(time);
          await (await fetch(url, { headers: { cookie } })).arrayBuffer();
        }
      }),
    );
  clearInterval(watching);
  return peak;
}

/** As somebody types it, on what is built and migrated. */
async function startTime(databaseUrl: string): Promise<number> {
  const port = new URL(env().appUrl).port;
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    ...{ env: environmentWith({ DATABASE_URL: databaseUrl, PORT: port }), stdio: "ignore", detached: true },
  });
  const gone = new Promise((resolve) => child.once("close", resolve));
  for (;;) {
    if (child.exitCode !== null) throw new Error("npm start has ended");
    const answer = await fetch(`${env().appUrl}/login`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const took = performance.now() - began;
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await gone;
  return took;
}

function tell(rows: { name: string; spent: Spent[] }[]) {
  const bare = median((rows[0]?.spent ?? []).map(({ server }) => server));
  say(`\n${"".padEnd(24)}${["server ms", "PostgreSQL ms", ": bare", "HTML kB", "gzip kB"].map(cell).join("")}`);
  for (const { name, spent } of rows) {
    const server = median(spent.map((each) => each.server));
    const database = median(spent.map((each) => each.database));
    const { raw = 0, sent = 0 } = spent[0]?.answer ?? {};
    const cells = [server, database, server / bare, raw / 1000, sent / 1000].map((value) => cell(value.toFixed(1)));
    say(name.padEnd(24) + cells.join(""));
  }
}

const cell = (text: string) => text.padStart(15);
