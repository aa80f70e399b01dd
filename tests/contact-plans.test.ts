import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { contactsQuery } from "@/lib/contacts/contacts-query";
import { countFirstContacts } from "@/lib/contacts/count-first-contacts";
import { contactsFrom, listContacts } from "@/lib/contacts/list";
import { CONTACT_WORDS, seedContacts } from "@/scripts/support/seed/contacts";
import { makeCompany, viewerOf } from "./support/cast";

// Twelve thousand contacts: enough for PostgreSQL to prefer an index wherever there is one to use.
const CONTACTS = 12_000;
let viewer: Viewer;

beforeAll(async () => {
  const company = await makeCompany();
  viewer = await viewerOf(await company.admin());
  await seedContacts({ account: { id: company.accountId, name: company.name }, contacts: CONTACTS });
  for (const table of ["contacts", "contact_groups", "contact_group_members", "opt_outs"])
    await writeDb.execute(sql`vacuum analyze ${sql.identifier(table)}`);
});

async function planOf(query: ReturnType<typeof contactsQuery>) {
  const rows = await db.execute<Record<string, string>>(
    sql`explain (analyze, costs off, timing off, summary off, buffers off) ${contactsFrom(viewer, query, 26).getSQL()}`,
  );
  return rows.map((row) => Object.values(row)[0]).join("\n");
}

const questions: [string, Record<string, string>, RegExp][] = [
  ["the first page", {}, /contacts_by_name/],
  ["the newest", { sort: "-added" }, /contacts_by_added/],
  ["a common word", { search: CONTACT_WORDS.common }, /contacts_by_name/],
  ["a rare word", { search: CONTACT_WORDS.rare }, /contacts_by_trigrams/],
  ["a word that nobody has", { search: CONTACT_WORDS.absent }, /contacts_by_trigrams/],
  ["two letters", { search: "qx" }, /contacts_by_pairs/],
];

/** Lines that a step of the plan has gone through and thrown away again. */
const thrownAway = (plan: string) =>
  [...plan.matchAll(/Rows Removed by [^:]*: (\d+)/g)].reduce((sum, [, rows]) => sum + Number(rows), 0);

test.each(questions)(
  "%s: by its index, however deep, and none is compared with all others",
  async (_, asked, index) => {
    const first = await listContacts(viewer, contactsQuery(asked));
    for (const after of ["", first.next ?? ""]) {
      const plan = await planOf(contactsQuery({ ...asked, ...(after && { after }) }));
      expect(plan).toMatch(index);
      expect(plan).not.toMatch(/Seq Scan on contacts/);
      expect(thrownAway(plan)).toBeLessThan(CONTACTS / 10);
    }
  },
);

test("by their texts so many are looked at and no more, and it is known that there are others", async () => {
  const counted = (texts: string, search = "") => countFirstContacts(viewer, contactsQuery({ texts, search }));
  expect(await counted("allowed")).toMatchObject({ count: expect.toSatisfy((count) => count > 4000), isAll: false });
  expect(await counted("opted-out")).toMatchObject({ count: expect.toSatisfy((count) => count < 121), isAll: false });
  expect(await counted("unreachable", CONTACT_WORDS.common)).toEqual({ count: 60, isAll: true });
  expect(await counted("allowed", CONTACT_WORDS.rare)).toEqual({ count: 3, isAll: true });
});
