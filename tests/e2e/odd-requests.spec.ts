import { readFileSync } from "node:fs";
import path from "node:path";
import pLimit from "p-limit";
import { randomFrom } from "@/tests/faults/support/random";
import { expect, test } from "@/tests/support/fixtures";
import type { Fields } from "@/tests/support/forms/posted";
import { cookiesOfKnown } from "@/tests/support/known-browser";
import { sessionCookieOf } from "@/tests/support/login";
import { askAs, namesIn, ODD_VALUES } from "@/tests/support/odd/as-viewer";
import { heldBy, leastHeldBy, METRICS_TOKEN, usuallyHeldBy } from "@/tests/support/odd/held";
import { oddRequests } from "@/tests/support/odd/mutate";
import { everyPath, portalPaths } from "@/tests/support/odd/paths";
import { inWords, type RawRequest, send } from "@/tests/support/odd/raw";
import { worstRequests } from "@/tests/support/odd/worst";
import { LOGS } from "@/tests/support/run/logs";

const SEED = Math.floor(Math.random() * 1e9);
const COUNT = 2000;
/** Each is asked for its own sake only when these together held a process. */
const TOGETHER = 8;

/** The ids of all actions, as a page that holds their forms would tell them. */
const actions = () => {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.keys(node);
};

/** What only our own faults may write. */
const alarms = (output: string) => output.split("\n").filter((line) => line.includes('"level":"error"'));

/** 0.3 seconds where the login page takes one hundredth. */
const MOST_TIMES = 30;

/** What else works on the machine may begin between the login page and a request: both are looked at anew, together. */
const ROUNDS = 3;

const inTimes = (times: number) => `${times.toFixed(1)} times as long as the login page`;

test("whatever is sent by whoever: no answer is a failure, and nobody else waits for it", async ({ ownServer }) => {
  const server = await ownServer({ METRICS_TOKEN });
  const failures: string[] = [];
  const throwAt = async (request: RawRequest): Promise<void> => {
    const { status, location } = await send(server.port, request);
    if (status >= 500) failures.push(`${status} to ${inWords(request)}`);
    // Next names the page that its router asks for by a hash of how it asks, and sends whoever does not know it there.
    if (location.includes("_rsc=") && request.path !== location) await throwAt({ ...request, path: location });
  };
  const login = () => fetch(`${server.url}/login`).then((answer) => answer.text());
  for (let at = 0; at < 40; at++) await login();
  const honest = await usuallyHeldBy(server, 15, login);
  expect(honest, "what the login page takes was not seen").toBeGreaterThan(0);
  const most = honest * MOST_TIMES;

  /** Whoever holds a process, alone and again and again, each time beside the login page as it is at that moment. */
  const longest = { times: 0, name: "" };
  const judge = async (name: string, request: RawRequest) => {
    let times = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && times > MOST_TIMES; round++) {
      const beside = round === 0 ? honest : Math.max(honest, await usuallyHeldBy(server, 15, login));
      const enough = beside * MOST_TIMES;
      times = (await leastHeldBy(server, { tries: 3, enough }, () => throwAt(request))) / beside;
    }
    if (times > longest.times) Object.assign(longest, { times, name });
    if (times > MOST_TIMES) failures.push(`holds a process ${inTimes(times)}: ${name}, ${inWords(request)}`);
  };

  const known = { pages: everyPath(), actions: actions(), cookies: await cookiesOfKnown() };
  const odd = oddRequests(randomFrom(SEED), known);
  for (let from = 0; from < COUNT; from += TOGETHER) {
    const requests = Array.from({ length: TOGETHER }, odd);
    if ((await heldBy(server, () => Promise.all(requests.map(throwAt)))) < most) continue;
    for (const [at, request] of requests.entries()) await judge(`number ${from + at}`, request);
  }
  const mutations = { ...longest };
  Object.assign(longest, { times: 0 });
  const pages = ["/login", "/admin/users", "/admin/users/invite", "/send-again?page=%2Flogin", "/api/webhooks/twilio"];
  for (const [name, request] of worstRequests({ ...known, pages })) await judge(name, request);

  console.log(
    `seed ${SEED}; the login page holds a process for ${honest.toFixed(1)} ms; of ${COUNT} odd requests`,
    mutations.name ? `${mutations.name} ${inTimes(mutations.times)}` : `none ${inTimes(MOST_TIMES)}`,
    `of the worst known ${longest.name} ${inTimes(longest.times)}`,
  );
  expect(failures.slice(0, 10), `seed ${SEED}`).toEqual([]);
  expect(alarms(server.output()), `seed ${SEED}`).toEqual([]);
});

test("what somebody who is logged in sends by hand is answered, and never a failure", async ({ company, baseURL }) => {
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
