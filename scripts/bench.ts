import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { migrate } from "@/db/migrate";
import { env, provide } from "@/lib/env";
import { startServer } from "@/tests/support/run/server";
import type { BenchCompany } from "./support/bench/companies";
import { loadInRounds, type Target } from "./support/bench/load";
import { cookieOf, loginsPerSecond } from "./support/bench/login";
import { BUDGET, OWN, scriptBytes } from "./support/bench/scripts";
import { GOALS, tellRatios } from "./support/bench/table";
import { buildIfStale } from "./support/build-if-stale";
import { openDatabase } from "./support/database";
import { end, endWith, live } from "./support/life";
import { ownApp } from "./support/own-app";
import { say, step } from "./support/say";

const LOGINS = 60;

const PARTS = ["people", "inbox", "contacts"] as const;

/** `npm run bench [-- --budget --endure --requests 100000 --part inbox --users 1000000 --small 10000 --messages 1000000 --contacts 1000000 --seconds 2 --rounds 3 --only "a group"]` */
await live(async () => {
  const whole = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const sized = { users: whole, small: whole, messages: whole, contacts: whole };
  const { values } = parseArgs({
    options: {
      part: whole,
      ...sized,
      seconds: whole,
      rounds: whole,
      only: whole,
      requests: whole,
      budget: flag,
      endure: flag,
    },
  });
  if (values.part && !PARTS.some((part) => part === values.part))
    throw `There is no ${values.part}, only ${PARTS.join(", ")}.`;
  const isPart = (part: (typeof PARTS)[number]) => (values.part ?? part) === part;
  const sizes = { small: Number(values.small ?? 10_000), large: Number(values.users ?? 100_000) };
  const how = { seconds: Number(values.seconds ?? 2), rounds: Number(values.rounds ?? 3) };
  const only = values.only ?? "";
  provide({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  await ownApp("bench");
  await openDatabase(env());
  const databaseUrl = env().databaseUrl ?? "";
  await step("Migrating", () => migrate(databaseUrl));
  await buildIfStale();
  const { hashPassword } = await import("@/lib/auth/password/hash-password");
  const password = randomBytes(12).toString("base64url");
  const hash = await hashPassword(password);
  if (values.budget) {
    const { measureBudget } = await import("./support/bench/budget/measure");
    await measureBudget({ databaseUrl, password, hash, users: Number(values.users ?? 10_000) });
    return end(0);
  }
  const missed: string[] = [];
  if (values.endure) {
    const { measureEndurance } = await import("./support/bench/endure/measure");
    const long = { requests: Number(values.requests ?? 100_000), seconds: Number(values.seconds ?? 300) };
    missed.push(...(await measureEndurance({ databaseUrl, password, hash, users: sizes.small, ...long })));
    return finish(missed);
  }
  if (isPart("people")) missed.push(...(await measurePeople({ databaseUrl, password, hash, sizes, how, only })));
  if (isPart("inbox")) {
    const { measureInbox } = await import("./support/bench/inbox/measure");
    const messages = { small: 10_000, large: Number(values.messages ?? 1_000_000) };
    missed.push(...(await measureInbox({ databaseUrl, password, hash, messages, how, only })));
  }
  if (isPart("contacts")) {
    const { measureContacts } = await import("./support/bench/contacts/measure");
    const contacts = { small: 10_000, large: Number(values.contacts ?? 1_000_000) };
    missed.push(...(await measureContacts({ databaseUrl, password, hash, contacts, how, only })));
  }
  await finish(missed);
});

async function finish(missed: string[]) {
  for (const each of missed) say(`Missed: ${each}`);
  await end(missed.length > 0 ? 1 : 0);
}

type People = {
  databaseUrl: string;
  password: string;
  hash: string;
  sizes: { small: number; large: number };
  how: { seconds: number; rounds: number };
  only: string;
};

async function measurePeople({ databaseUrl, password, hash, sizes, how, only }: People): Promise<string[]> {
  const companies = await seeded(sizes, hash);
  const server = await step("Starting the server", () => startServer({ DATABASE_URL: databaseUrl }));
  endWith("the server", server.stop);
  const missed = [
    ...(await measureList({ ...server, companies, password, how, only })),
    ...(await measureScripts(server.url, companies.large.admin, password)),
  ];
  await measureLogins(server.url, companies.small.admin, password);
  await server.stop();
  return missed;
}

async function seeded({ small, large }: { small: number; large: number }, hash: string) {
  const { benchCompany } = await import("./support/bench/companies");
  const make = (users: number) => step(`Seeding ${users.toLocaleString("en")}`, () => benchCompany(users, hash));
  return { empty: await make(1), small: await make(small), large: await make(large) };
}

type Companies = Awaited<ReturnType<typeof seeded>>;
type Measuring = {
  url: string;
  pid: number;
  companies: Companies;
  password: string;
  how: { seconds: number; rounds: number };
  /** Pages with that in their name; all of them have the empty one. */
  only: string;
};

/**
 * The list in every order and filter, at both sizes, and an empty page of the same layout: the numbers of a company
 * that has none, which is the shell, a heading and two lines of words.
 */
async function measureList({ url, pid, companies, password, how, only }: Measuring): Promise<string[]> {
  const cookies = async ({ admin, lead }: BenchCompany) => ({
    admin: await cookieOf(url, { username: admin, password }),
    lead: await cookieOf(url, { username: lead, password }),
  });
  const [small, large] = [await cookies(companies.small), await cookies(companies.large)];
  const target = (name: string, path: string, held: string): Target => ({ name, url: url + path, cookie: held });
  const nobody = await cookieOf(url, { username: companies.empty.admin, password });
  const empty = target("empty page", "/admin/numbers", nobody);
  const wanted = Object.entries(companies.large.pages).filter(([name]) => name.includes(only));
  const trios = wanted.map(([name, page]) => ({
    name,
    small: target(name, companies.small.pages[name]?.path ?? "", small[page.as]),
    empty,
    large: target(name, page.path, large[page.as]),
  }));
  const told = (round: number) => say(`Round ${round} of ${how.rounds}`);
  const measured = await loadInRounds(trios, { ...how, pid, told });
  const { toSmall, toEmpty } = GOALS;
  say(`\nThe pages of ${companies.large.users} against ${companies.small.users}; goals ${toSmall} and ${toEmpty}`);
  return tellRatios(measured);
}

async function measureScripts(url: string, username: string, password: string): Promise<string[]> {
  const cookie = await cookieOf(url, { username, password });
  const over: string[] = [];
  for (const [path, budget] of Object.entries(BUDGET)) {
    const { bytes, own, files } = await scriptBytes(url, path, { cookie: path === "/login" ? "" : cookie });
    say(`JavaScript of ${path}: ${bytes} bytes sent in ${files} files, of ${budget}; ${own} of them ours, of ${OWN}`);
    if (bytes > budget || own > OWN) over.push(`the JavaScript budget of ${path}`);
  }
  return over;
}

/** A login can be no faster than the hash of its password; this says how close it comes. */
async function measureLogins(url: string, username: string, password: string) {
  const { hashPassword, passwordMatches } = await import("@/lib/auth/password/hash-password");
  const hash = await hashPassword(password);
  const began = performance.now();
  await Promise.all(Array.from({ length: LOGINS }, () => passwordMatches(password, hash)));
  const verifies = LOGINS / ((performance.now() - began) / 1000);
  const logins = await loginsPerSecond(url, { username, password }, LOGINS);
  say(`Logins: ${logins.toFixed(1)} a second; the hash alone allows ${verifies.toFixed(1)}`);
}
