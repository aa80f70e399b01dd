import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import type { Viewer } from "@/lib/access/viewer";
import { listMembers, pageStatement } from "@/lib/members/list";
import { listQuery } from "@/lib/members/list-query";
import { packCursor } from "@/lib/paging";
import { seedCompany } from "@/scripts/support/seed-company";
import { makeCompany, viewerOf } from "./support/cast";

// Twenty thousand beside a small company: enough for PostgreSQL to prefer an index wherever there is one to use.
const USERS = 20_000;
let viewer: Viewer;
let middle: { key: string; email: string; login: string; id: string } | undefined;

beforeAll(async () => {
  const company = await makeCompany();
  const account = { id: company.accountId, name: company.name, rootGroupId: company.rootGroupId };
  await seedCompany({ account, users: USERS, passwordHash: "nobody logs in" });
  viewer = await viewerOf(company.ana);
  const found = await db.execute<NonNullable<typeof middle>>(sql`select name_key as key, email_key as email, id,
    coalesce(to_char(last_login_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '-infinity') as login
    from members where account_id = ${account.id} order by name_key, id offset ${USERS / 2} limit 1`);
  middle = found[0];
}, 120_000);

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

async function planOf(params: Record<string, string>) {
  const rows = await db.execute<Record<string, string>>(sql`explain ${pageStatement(viewer, listQuery(params))}`);
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
  ["a search by email order", { search: "example", sort: "email" }],
];

test.each(questions)("%s: no scan over everybody", async (_, params) => {
  expect(await planOf(params)).not.toMatch(/Seq Scan on (users|members|role_assignments|outbox|links|line_access)/);
});

test.each(sorts)("deep inside the list by %s the index is entered at the cursor", async (sort) => {
  const plan = await planOf(deep({ sort }));
  expect(plan).not.toMatch(/Seq Scan on (users|members)/);
  expect(plan).toMatch(/Index Cond: .*ROW\(/);
});

test("the seeded company is a whole list", async () => {
  const page = await listMembers(viewer, listQuery(deep({})));
  expect(page.rows).toHaveLength(25);
  expect(page.totals.Active + page.totals.Pending + page.totals.Disabled).toBe(USERS + 1);
});
