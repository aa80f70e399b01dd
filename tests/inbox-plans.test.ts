import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { isShared, sharedViews } from "@/lib/conversations/in-view";
import { type InboxQuery, inboxQuery } from "@/lib/conversations/inbox-query";
import { listConversations, tabsStatement } from "@/lib/conversations/list";
import { pageIds } from "@/lib/conversations/page-ids";
import { seedConversations, WORDS } from "@/scripts/support/seed/conversations";
import { makeCompany, viewerOf } from "./support/cast";
import { keptPlan } from "./support/run/kept-plan";

// Twelve thousand conversations: enough for PostgreSQL to prefer an index wherever there is one to use.
const CONVERSATIONS = 12_000;
let viewer: Viewer;
let line = "";

beforeAll(async () => {
  const company = await makeCompany();
  const made = [];
  for (let at = 0; at < 20; at++) made.push(await company.number());
  const mine = made.slice(0, 5);
  const me = await company.endUser({ lines: mine });
  const colleague = await company.endUser({ lines: made });
  const [lines, ownLines] = [made, mine].map((some) => some.map(({ id }) => id)) as [string[], string[]];
  await seedConversations({
    account: { id: company.accountId, name: company.name },
    ...{ lines, me: { memberId: me.memberId, lines: ownLines }, colleague: colleague.memberId },
    ...{ conversations: CONVERSATIONS, each: 4, own: "parking" },
  });
  // As PostgreSQL does by itself in a while: until then the index of words has a list beside it that costs each search.
  for (const table of ["conversations", "messages", "contacts", "reads", "mentions", "line_access", "numbers"])
    await writeDb.execute(sql`vacuum analyze ${sql.identifier(table)}`);
  viewer = await viewerOf(me);
  line = ownLines[2] ?? "";
});

/** What is searched for, or is one's own, is planned for its very values, all else once for everybody. */
async function planOf(query: InboxQuery) {
  if (query.search === "" && isShared(query.view)) return keptPlan(await pageIds(viewer, query, 51));
  const rows = await db.execute<Record<string, string>>(sql`explain ${await pageIds(viewer, query, 51)}`);
  return rows.map((row) => Object.values(row)[0]).join("\n");
}

const questions: [string, Record<string, string>, RegExp][] = [
  ["Unclaimed", {}, /inbox_unclaimed/],
  ["Mine", { view: "mine" }, /inbox_mine/],
  ["Mentions", { view: "mentions" }, /conversations_(pkey|account_id_key)/],
  ["All", { view: "all" }, /inbox_open/],
  ["Done", { view: "done" }, /inbox_done/],
  ["one line", { view: "all", line: "its" }, /inbox_open/],
  ["a rare word", { search: WORDS.rare }, /messages_by_words/],
  ["a word that nobody has said", { search: WORDS.absent }, /messages_by_words/],
  ["a common word", { search: WORDS.common }, /inbox_open/],
  ["a name that one in a hundred has", { search: "Silva" }, /messages_by_words/],
];

const SCAN = /Seq Scan on (messages|reads)/;

test.each(questions)("%s: by its index, however deep", async (_, { line: own, ...params }, index) => {
  const asked = own ? { ...params, line } : params;
  const first = await listConversations(viewer, inboxQuery(asked));
  for (const after of ["", first.next ?? ""]) {
    const plan = await planOf(inboxQuery({ ...asked, after }));
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(SCAN);
  }
});

test("how much there is to do is counted by the same indexes, in a plan for everybody", async () => {
  for (const on of [null, line]) {
    const plan = await keptPlan(tabsStatement(viewer, on, sharedViews));
    for (const index of [/inbox_unclaimed/, /inbox_open/, /inbox_done/]) expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan on conversations/);
  }
});

test("a word that all have is looked for in as many conversations as a page takes, not in as many for each line", async () => {
  const query = inboxQuery({ search: WORDS.common });
  const rows = await db.execute<Record<string, string>>(
    sql`explain (analyze, costs off, timing off, summary off, buffers off) ${await pageIds(viewer, query, 51)}`,
  );
  const plan = rows.map((row) => Object.values(row)[0]).join("\n");
  const looks = [...plan.matchAll(/messages_thread on messages.*loops=(\d+)/g)].map(([, times]) => Number(times));
  expect(Math.max(...looks)).toBeLessThan(120);
});

test("pages follow each other without a gap, whichever way a word is looked for", async () => {
  for (const search of ["", "parking", WORDS.rare]) {
    const ids: string[] = [];
    const times: number[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const page = await listConversations(viewer, inboxQuery({ view: "all", search, after }));
      ids.push(...page.rows.map(({ id }) => id));
      times.push(...page.rows.map(({ at }) => at.getTime()));
      after = page.next;
    }
    const holds = search
      ? sql`and exists (select from messages m where m.conversation_id = c.id and m.body like ${`%${search}%`})`
      : sql``;
    const all = await db.execute<{ id: string }>(sql`select c.id from conversations c
      join line_access l on l.number_id = c.number_id and l.member_id = ${viewer.memberId} where c.closed_at is null ${holds}`);
    expect(new Set(ids)).toEqual(new Set(all.map(({ id }) => id)));
    expect(ids).toHaveLength(all.length);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  }
});
