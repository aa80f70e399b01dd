import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { previewMany } from "@/lib/members/bulk/preview";
import { bulkQuery } from "@/lib/members/bulk/query";
import { listMembers, pageStatement } from "@/lib/members/list/list-members";
import { listQuery } from "@/lib/members/list/list-query";
import { figuresStatement } from "@/lib/overview/figures";
import { noticesStatement } from "@/lib/overview/notices";
import { packCursor } from "@/lib/paging";
import { seedCompany } from "@/scripts/support/seed/company";
import { makeCompany, viewerOf } from "./support/cast";
import { keptPlan } from "./support/run/kept-plan";

// Twenty thousand beside a small company: enough for PostgreSQL to prefer an index wherever there is one to use.
const USERS = 20_000;
let viewer: Viewer;
/** An Admin of a group in the middle of the tree, and one of a leaf of it. */
let lesser: Viewer;
let least: Viewer;
/** A whole region, and a single store. */
let [region, store] = ["", ""];
let middle: { key: string; email: string; login: string; id: string } | undefined;

beforeAll(async () => {
  const company = await makeCompany();
  const account = { id: company.accountId, name: company.name, rootGroupId: company.rootGroupId };
  await seedCompany({ account, users: USERS, passwordHash: "nobody logs in", groups: 400, numbers: 100 });
  viewer = await viewerOf(company.ana);
  const groupAt = async (depth: number) => {
    const [group] = await db.execute<{ id: string }>(sql`select id from groups
      where account_id = ${account.id} and cardinality(path) = ${depth} order by id limit 1`);
    return group?.id ?? "";
  };
  [region, store] = [await groupAt(2), await groupAt(6)];
  lesser = await viewerOf(await company.admin({ groupId: await groupAt(3) }));
  least = await viewerOf(await company.admin({ groupId: store }));
  const found = await db.execute<NonNullable<typeof middle>>(sql`select name_key as key, email_key as email, id,
    coalesce(to_char(last_login_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '-infinity') as login
    from members where account_id = ${account.id} order by name_key, id offset ${USERS / 2} limit 1`);
  middle = found[0];
});

/** A page deep inside the list, in each order. */
function deep(params: Record<string, string>) {
  const sort = params.sort?.replace(/^-/, "") ?? "name";
  const { key = "", email = "", login = "", id = "" } = middle ?? {};
  const keys: Record<string, string[]> = {
    name: [key],
    email: [email],
    status: ["Active", key],
    "last-login": [login],
  };
  return { ...params, after: packCursor({ key: keys[sort] ?? [], id, place: USERS / 2 }) };
}

async function planOf(params: Record<string, string>, by = viewer) {
  const rows = await db.execute<Record<string, string>>(sql`explain ${pageStatement(by, listQuery(params))}`);
  return rows.map((row) => Object.values(row)[0]).join("\n");
}

const sorts = ["name", "-name", "email", "-email", "status", "-status", "last-login", "-last-login"];

const questions: [string, Record<string, string>][] = [
  ...sorts.map((sort): [string, Record<string, string>] => [`sorted by ${sort}`, { sort }]),
  ["a hundred a page", { size: "100" }],
  ["the last page", { before: "last" }],
  ...["Active", "Pending", "Disabled"].flatMap((status): [string, Record<string, string>][] => [
    [`${status} people`, { status }],
    [`${status} people, latest login first`, { status, sort: "-last-login" }],
  ]),
  ["a rare role", { role: "admin" }],
  ["a common role", { role: "end-user" }],
  ["a role that nobody holds", { role: "viewer" }],
  ["a rare role by email", { role: "admin", sort: "email" }],
  ["a search for one person", { search: "4711" }],
  ["a search that finds nearly everybody", { search: "example" }],
  ["a search that finds nobody", { search: "qzxwy" }],
  ["two letters that nobody has", { search: "q#" }],
  ["two letters that many have", { search: "an" }],
  ["one sign that nobody has", { search: "#" }],
  ["a phone number", { search: "(415) 555-01" }],
  ["two words and a status", { search: "ana silva", status: "Active" }],
  ["a word with accents, which may be a domain", { search: "zoë" }],
  ["a search by email order", { search: "example", sort: "email" }],
  ["a product that most have", { product: "chat" }],
  ["a product by last login", { product: "chat", sort: "-last-login" }],
  ["expired invitations", { status: "Expired" }],
  ["invitations that wait", { status: "Waiting" }],
  ["invitations that reached nobody", { status: "Bounced" }],
  ["expired invitations by last login", { status: "Expired", sort: "last-login" }],
  ["a role and a product", { role: "viewer", product: "campaigns" }],
];

const SCAN = /Seq Scan on (users|members|role_assignments|outbox|links|line_access)/;

test.each(questions)("%s: no scan over everybody", async (_, params) => {
  expect(await planOf(params)).not.toMatch(SCAN);
});

test.each([
  ...sorts.flatMap((sort): Record<string, string>[] => [{ sort }, { sort, before: "last" }]),
  { status: "Pending" },
  { status: "Disabled", size: "100" },
])("a plan kept for all companies, %j: the order is that of an index, and no scan over everybody", async (params) => {
  for (const asked of [params, ...(params.before ? [] : [deep(params)])]) {
    const plan = await keptPlan(pageStatement(viewer, listQuery(asked)));
    expect(plan).not.toMatch(SCAN);
    expect(plan).toMatch(/CTE page\n\s*->\s+Limit.*\n\s*->\s+WindowAgg.*\n\s*Window:.*\n\s*->\s+Index (Only )?Scan/);
  }
});

test("a plan of the notices kept for all companies: no scan over everybody", async () => {
  for (const who of [viewer, lesser, least]) expect(await keptPlan(noticesStatement(who))).not.toMatch(SCAN);
});

test("a word that one in fifty has is not looked for along the list; one that everybody has is", async () => {
  expect(await planOf({ search: "son" })).toMatch(/Bitmap Index Scan on members_by_trigrams/);
  expect(await planOf({ search: "example" })).not.toMatch(/members_by_trigrams/);
});

test.each(["name", "-name", "email", "status", "-last-login"])(
  "a group by %s: no scan over everybody",
  async (sort) => {
    for (const group of [region, store, viewer.rootGroupId]) {
      expect(await planOf({ group, sort })).not.toMatch(SCAN);
      expect(await planOf({ group, sort, role: "viewer", status: "Active" })).not.toMatch(SCAN);
      expect(await planOf({ group, sort, search: "silva" })).not.toMatch(SCAN);
    }
    expect(await planOf({ group: store, sort })).toMatch(/members_by_access/);
  },
);

test.each(questions)("an Admin of a group, %s: no scan over everybody", async (_, params) => {
  expect(await planOf(params, lesser)).not.toMatch(SCAN);
  expect(await planOf(params, least)).not.toMatch(SCAN);
});

test.each(sorts)("deep inside the list by %s the index is entered at the cursor", async (sort) => {
  const plan = await planOf(deep({ sort }));
  expect(plan).not.toMatch(/Seq Scan on (users|members)/);
  expect(plan).toMatch(/Index Cond: .*ROW\(/);
});

test("the figures of the Overview: no scan over everybody, for whoever asks", async () => {
  // Everybody has had links before.
  await writeDb.execute(sql`insert into links (id, token_hash, purpose, user_id, member_id, expires_at, used_at)
    select gen_random_uuid(), sha256(('used ' || id)::bytea), 'reset', user_id, id, now(), now() from members`);
  await writeDb.execute(sql`analyze links`);
  for (const who of [viewer, lesser, least]) expect(await keptPlan(figuresStatement(who))).not.toMatch(SCAN);
});

test("the seeded company is a whole list", async () => {
  const page = await listMembers(viewer, listQuery(deep({})));
  expect(page.rows).toHaveLength(25);
  expect(Object.values(page.totals ?? {}).reduce((sum, count) => sum + count, 0)).toBe(USERS + 3);
});

test("whom an Admin of a group sees are counted up to a thousand, and listed whatever their number", async () => {
  const many = await listMembers(lesser, listQuery({}));
  expect(many.rows).toHaveLength(25);
  expect(many.totals).toBeNull();
  expect((await listMembers(lesser, listQuery({ before: "last" }))).place).toBeNull();
  const few = await listMembers(least, listQuery({}));
  expect(few.totals?.Active).toBeGreaterThan(0);
});

test("a batch takes five thousand of all that match, by name; the rest begin after them", async () => {
  const batch = async (params: Record<string, string>) => {
    const asked = bulkQuery({ act: "products", all: "1", sort: "-status", ...params });
    if (!asked) throw new Error("nothing is asked");
    return { asked, ...(await previewMany(viewer, asked.act, asked.selection)) };
  };
  const first = await batch({});
  expect(first.people.length + (first.leftOut[0]?.people.length ?? 0)).toBe(5000);
  const second = await batch({ after: first.rest ?? "" });
  expect(second.people.length + (second.leftOut[0]?.people.length ?? 0)).toBe(5000);
  expect(second.asked.after).toBe(first.rest);
  const ids = new Set([...first.people, ...second.people].map(({ id }) => id));
  expect(ids.size).toBe(first.people.length + second.people.length);
  expect(second.seen).not.toBe(first.seen);
});
