import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { randomFrom } from "@/tests/faults/support/random";
import { expect, test } from "@/tests/support/fixtures";
import { sessionCookieOf } from "@/tests/support/login";
import { LOGS } from "@/tests/support/logs";
import { askAs, namesIn, ODD_VALUES, portalPaths } from "@/tests/support/odd/as-viewer";
import { oddRequests } from "@/tests/support/odd/mutate";
import { inWords, type RawRequest, send } from "@/tests/support/odd/raw";
import { worstRequests } from "@/tests/support/odd/worst";
import type { Fields } from "@/tests/support/posted";

const SEED = Math.floor(Math.random() * 1e9);
const COUNT = 2000;

const VISITORS = [
  "/login",
  "/forgot-password",
  "/forgot-username",
  "/reset-password?token=x",
  "/welcome?token=x",
  "/confirm-email?token=x",
  "/setup",
];
const PORTAL = [
  "/",
  "/admin/users",
  "/admin/users/invite",
  "/admin/users/x",
  "/nowhere",
  "/api/health",
  "/api/nothing",
  "/api/webhooks/resend",
];

/** The ids of all actions, as a page that holds their forms would tell them. */
const actions = () => {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.keys(node);
};

/** What only our own faults may write. */
const alarms = (output: string) => output.split("\n").filter((line) => line.includes('"level":"error"'));

const p99 = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

/** How long honest visitors wait meanwhile, one after the other. */
async function feltDuring(url: string, work: () => Promise<unknown>) {
  const state = { done: false };
  const done = work().finally(() => {
    state.done = true;
  });
  const times: number[] = [];
  do {
    const began = performance.now();
    await (await fetch(`${url}/login`)).text();
    times.push(performance.now() - began);
    await sleep(10);
  } while (!state.done);
  await done;
  return p99(times);
}

test("whatever is sent by whoever: no answer is a failure, and nobody else waits for it", async ({ ownServer }) => {
  test.setTimeout(180_000);
  const { url, port, output } = await ownServer();
  await fetch(`${url}/login`);
  const failures: string[] = [];
  const slowest = { ms: 0, name: "" };
  const throwAt = async (name: string, request: RawRequest) => {
    const { status, ms } = await send(port, request);
    if (status >= 500) failures.push(`${status} to ${inWords(request)}`);
    if (ms > slowest.ms) Object.assign(slowest, { ms, name });
  };

  const idle = await feltDuring(url, () => sleep(1000));
  const odd = oddRequests(randomFrom(SEED), { pages: [...VISITORS, ...PORTAL], actions: actions() });
  const inTurn = pLimit(8);
  const busy = await feltDuring(url, () =>
    Promise.all(Array.from({ length: COUNT }, odd).map((request, n) => inTurn(() => throwAt(`number ${n}`, request)))),
  );
  const mutations = { ...slowest };
  Object.assign(slowest, { ms: 0 });
  const worst = await feltDuring(url, async () => {
    for (const [name, request] of worstRequests(["/login", "/admin/users", "/admin/users/invite"], actions()))
      await throwAt(name, request);
  });

  const ms = (time: number) => `${Math.round(time)} ms`;
  console.log(
    `seed ${SEED}; honest p99: idle ${ms(idle)}, during ${COUNT} odd requests ${ms(busy)}, during the worst ${ms(worst)};`,
    `slowest of the odd ${ms(mutations.ms)} (${mutations.name}), of the worst ${ms(slowest.ms)} (${slowest.name})`,
  );
  expect(failures, `seed ${SEED}`).toEqual([]);
  expect(alarms(output()), `seed ${SEED}`).toEqual([]);
});

test("what somebody who is logged in sends by hand is answered, and never a failure", async ({ company, baseURL }) => {
  test.setTimeout(180_000);
  const url = baseURL ?? "";
  const [person, number] = [await company.endUser(), await company.number()];
  const cookieOf = async () => {
    const { name, value } = await sessionCookieOf(company.ana);
    return `${name}=${value}`;
  };
  const cookie = await cookieOf();
  const ids = new Set<string>();
  const failures: string[] = [];
  const ask = async (...[at, asked, form]: Parameters<typeof askAs>) => {
    const answer = await askAs(at, asked, form);
    ids.add(answer.id);
    if (answer.status >= 500)
      failures.push(`${answer.status} to ${asked.path.slice(0, 200)} ${JSON.stringify(form ?? "").slice(0, 300)}`);
    return answer;
  };

  const inTurn = pLimit(6);
  const paths = [person.memberId, number.id, company.rootGroupId].flatMap(portalPaths);
  const pages = await Promise.all([...new Set(paths)].map((path) => inTurn(() => ask(url, { path, cookie }))));
  const names = [...new Set(pages.flatMap(({ text }) => namesIn(text)))];
  expect(names.length).toBeGreaterThan(30);

  /** Each name with another value in each of as many rounds. */
  const rounds = (count: number, of: readonly string[]): Fields[] =>
    Array.from({ length: count }, (_, n) =>
      of.map((name, at) => [name, ODD_VALUES[(at + n * 3) % ODD_VALUES.length] ?? ""]),
    );
  const queries = rounds(7, [...PARAMETERS, ...names.slice(0, 60), ...PARAMETERS.slice(0, 5)]).map(
    (fields) => `?${new URLSearchParams(fields.map(([name, value]) => [name, value]))}`,
  );
  const reads = portalPaths(person.memberId).flatMap((path) => queries.map((query) => path + query));
  await Promise.all(reads.map((path) => inTurn(() => ask(url, { path, cookie }))));

  const known = new Map([
    ["memberId", person.memberId],
    ["numberId", number.id],
    ["groupId", company.rootGroupId],
  ]);
  const twice = names.flatMap(
    (name): Fields => [
      [name, "a"],
      [name, "b"],
    ],
  );
  const forms = [
    [],
    twice,
    ...rounds(5, names).map((fields) =>
      fields.map(([name, value]): Fields[number] => [name, known.get(name) ?? value]),
    ),
  ];
  const writes = actions().flatMap((action) => forms.map((fields) => ({ action, fields })));
  await Promise.all(
    writes.map((form) => inTurn(async () => ask(url, { path: "/settings/profile", cookie: await cookieOf() }, form))),
  );

  expect(failures).toEqual([]);
  const log = readFileSync(path.join(LOGS, `server-${new URL(url).port}.log`), "utf8");
  expect(alarms(log).filter((line) => [...ids].some((id) => id !== "" && line.includes(id)))).toEqual([]);
});

/** Of lists, beside what their filters call their fields. */
const PARAMETERS = [
  "search",
  "status",
  "role",
  "group",
  "product",
  "sort",
  "size",
  "after",
  "before",
  "page",
  "show",
  "tab",
  "ask",
  "which",
  "next",
  "token",
];
