import { expect, test } from "vitest";
import { type Check, type Evidence, judges, type Page, recoveryFrom, type Trouble } from "./judge";

const mara = { id: "1", to: "mara@new.example", state: "sent" };

/** A run in which all went well. */
const good: Evidence = {
  accepted: [{ to: mara.to, began: 900, at: 1000 }],
  refused: [],
  again: [3500],
  outbox: [mara],
  deliveries: [
    { to: mara.to, key: "1", at: 1200 },
    { to: "ben@new.example", key: "2", at: 8100 },
  ],
  requests: [{ at: 1200 }, { at: 8100 }],
  slots: [1200, 8100],
  halfMade: [],
  broken: [],
  pages: [
    { path: "users", began: 500, ms: 40, seen: "good" },
    { path: "users", began: 3200, ms: 90, seen: "clean" },
    { path: "stranger", began: 3300, ms: 90, seen: "clean" },
    { path: "users", began: 7300, ms: 60, seen: "good" },
  ],
  troubles: [{ kind: "database", from: 3000, to: 7000 }],
  shares: [1, 1],
  rate: 2,
  texts: {
    accepted: ["+12025560001"],
    killed: 1,
    taken: ["+12025560001"],
    rows: [{ to: "+12025560001", state: "handed", carrierId: "SM1" }],
    ends: { "+12025560001": "handed" },
    came: [
      { from: "+1", body: "first", at: 10_000, isOld: true },
      { from: "+1", body: "second", at: 20_000, isOld: true },
      { from: "+1", body: "heard" },
    ],
    kept: [
      { from: "+1", body: "first", at: 10_400, seq: 1, isLate: true },
      { from: "+1", body: "second", at: 20_000, seq: 2, isLate: true },
      { from: "+1", body: "heard", at: 90_000, seq: 3, isLate: false },
    ],
  },
  readings: [{ what: "links.expires_at", seconds: 86_000, from: -900, to: 86_400 }],
};
const saved = { to: "ben@new.example", began: 7500, at: 8000 };
good.accepted.push(saved);
good.outbox.push({ id: "2", to: saved.to, state: "sent" });

const page = (more: Partial<Page>): Page => ({ path: "users", began: 20_000, ms: 50, seen: "good", ...more });
const away = (more: Partial<Page>) => ({
  pages: [...good.pages, page({ began: 3200, ms: 90, seen: "clean", ...more })],
});
const trouble = (kind: Trouble["kind"], from: number, to: number): Partial<Evidence> => ({
  troubles: [{ kind, from, to }],
});

test("where all went well no judge finds anything", () => {
  for (const judge of Object.values(judges)) expect(judge(good)).toEqual([]);
});

const kept = good.texts?.kept ?? [];
const keptAs = (...rows: typeof kept): Partial<Evidence> => ({ texts: { ...noText, ...good.texts, kept: rows } });

const noText = { accepted: ["+1"], killed: 1, taken: [], rows: [{ to: "+1", state: "queued", carrierId: null }] };

const planted: [string, Check, Partial<Evidence>][] = [
  ["one that was never delivered", "nothing accepted is lost", { deliveries: good.deliveries.slice(1) }],
  ["one that is not in the outbox", "nothing accepted is lost", { outbox: good.outbox.slice(1) }],
  ["one that is there twice", "nothing accepted is lost", { outbox: [...good.outbox, { ...mara, id: "3" }] }],
  [
    "one that stays queued",
    "nothing accepted is lost",
    { outbox: good.outbox.map((row) => ({ ...row, state: "queued" })) },
  ],
  [
    "two under one key",
    "nobody gets it twice",
    { deliveries: [...good.deliveries, { to: mara.to, key: "1", at: 1300 }] },
  ],
  [
    "two under two keys",
    "nobody gets it twice",
    { deliveries: [...good.deliveries, { to: mara.to, key: "x", at: 1300 }] },
  ],
  ["a member without a link", "no half-made user", { halfMade: ["mara is a member without a link"] }],
  ["a yes that was none", "no half-made user", { refused: ["/admin/users/new: 404"] }],
  [
    "a user without a place",
    "no half-made user",
    { broken: [{ rule: "a user has a place in the home account", found: ["u"] }] },
  ],
  [
    "an account without an Admin",
    "every account has an Admin",
    { broken: [{ rule: "an account has an Active Admin at its root", found: ["a"] }] },
  ],
  ["a page that hangs", "no page over 10 s, and whatever fails is our own page", { pages: [page({ ms: 10_050 })] }],
  ["a page that is not ours", "no page over 10 s, and whatever fails is our own page", away({ seen: "unclean" })],
  [
    "a failure without a cause",
    "no page over 10 s, and whatever fails is our own page",
    { pages: [page({ seen: "clean" })] },
  ],
  ["no answer while a server runs", "no page over 10 s, and whatever fails is our own page", away({ seen: "none" })],
  ["a slow page", "without a database a page within 2 s, and nobody is let in", away({ ms: 2400 })],
  ["no page", "without a database a page within 2 s, and nobody is let in", away({ seen: "none" })],
  [
    "somebody who is let in",
    "without a database a page within 2 s, and nobody is let in",
    { pages: [page({ path: "stranger", seen: "let in" })] },
  ],
  ["no page after it", "back within 5 s, without a restart", { pages: good.pages.slice(0, 3) }],
  ["a page too late", "back within 5 s, without a restart", trouble("database", 1000, 2000)],
  ["no email after it", "back within 5 s, without a restart", { deliveries: good.deliveries.slice(0, 1) }],
  ["a kill that nobody noticed", "every trouble was felt", trouble("full", 20_000, 21_000)],
  [
    "three within a second that two begin",
    "the rate holds over all servers",
    { requests: [{ at: 900 }, { at: 1100 }, { at: 1899 }], slots: [0, 1000, 2000] },
  ],
  ["three that were allowed themselves", "the rate holds over all servers", { slots: [900, 1100, 1899] }],
  ["a request that nobody allowed", "the rate holds over all servers", { slots: [1200] }],
  ["a server that is idle", "every server sends", { shares: [2, 0] }],
  ["a request too early", "retry-after is obeyed", { requests: [{ at: 1000, retryAfter: 2 }, { at: 2001 }] }],
  [
    "a link that lives too long",
    "times are the database's",
    { readings: [{ what: "links.expires_at", seconds: 259_200, from: -900, to: 86_400 }] },
  ],
  ["a text that the carrier never had", "no text is lost", { texts: { ...noText, rows: [] } }],
  ["a text whose way nobody knows", "no text is lost", { texts: { ...noText, taken: noText.accepted } }],
  [
    "a text that leaves long after a pause",
    "a pause holds",
    { texts: { ...noText, leaked: [2, 17], leaksAtMost: 16 } },
  ],
  ["a text that was taken twice", "no text goes out twice", { texts: { ...noText, taken: ["+1", "+1"] } }],
  [
    "a text that is not what the carrier says",
    "every text is what became of it",
    { texts: { ...noText, ends: { "+1": "sent" } } },
  ],
  ["one that is nowhere", "nothing that customers write is lost", keptAs(...kept.slice(1))],
  ["one that is there twice", "nothing that customers write is there twice", keptAs(...kept, ...kept)],
  [
    "one with the time of when it was asked for",
    "what came unheard stands in its order, with its time",
    keptAs(...kept.map((row) => ({ ...row, at: 90_000 }))),
  ],
  [
    "one before what was written earlier",
    "what came unheard stands in its order, with its time",
    keptAs(...kept.map((row) => ({ ...row, seq: -row.seq }))),
  ],
  [
    "one that says nothing of being late",
    "what came unheard stands in its order, with its time",
    keptAs(...kept.map((row) => ({ ...row, isLate: false }))),
  ],
  ["a form that the other does not know", "any server answers what another has shown", { strange: ["a form"] }],
  ["a session that counts on one server", "times are the database's", { failed: ["a session"] }],
];

test.each(planted)("%s is found by: %s", (_, check, wrong) => {
  expect(judges[check]({ ...good, ...wrong })).not.toEqual([]);
});

test("every judge has something to find here", () => {
  expect(new Set(planted.map(([, check]) => check))).toEqual(new Set(Object.keys(judges)));
});

test("what fails while there is trouble is excused, and no answer where no server runs", () => {
  const check = judges["no page over 10 s, and whatever fails is our own page"];
  const pages = [page({ seen: "none" }), page({ seen: "clean" })];
  expect(check({ ...good, pages, ...trouble("server", 19_000, 21_000) })).toEqual([]);
  expect(check({ ...good, pages, ...trouble("database", 19_000, 21_000) })).toHaveLength(1);
});

test("recovery is counted from the end of the trouble, an email's from when there was one to send", () => {
  expect(good.troubles.map((each) => recoveryFrom(good, each))).toEqual([{ page: 360, email: 100 }]);
});

test("an email to somebody who was invited before the trouble is no recovery from it", () => {
  const early = good.accepted.map((each) => ({ ...each, began: 900 }));
  expect(judges["back within 5 s, without a restart"]({ ...good, accepted: early })).toHaveLength(1);
});

test("on a busy machine arrivals in a heap are no haste; what was allowed is counted all the same", () => {
  const check = judges["the rate holds over all servers"];
  const heap = { ...good, requests: [{ at: 900 }, { at: 901 }, { at: 902 }], slots: [0, 1000, 2000], patience: 3 };
  expect(check(heap)).toEqual([]);
  expect(check({ ...heap, slots: [0, 1, 2] })).toHaveLength(1);
});
