import { expect, test } from "vitest";
import { databaseBefore } from "@/tests/support/old-database";

/** When the last of the migrations that were folded was made, as the journal of a database of before keeps it. */
const LAST_FOLDED = 1795723118893;

/** The journal of a database that went through the migrations of before, one of them the last. */
async function comeBy(created: number) {
  const { sql, upgrade } = await databaseBefore("clean-names");
  await sql`truncate drizzle.__drizzle_migrations`;
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('first', 1795309483217), ('last', ${created})`;
  return { sql, upgrade };
}

test("a database of before goes on where it is", async () => {
  const { sql, upgrade } = await comeBy(LAST_FOLDED);
  await upgrade();
  const [found] = await sql`select count(*)::int as accounts, max(revision) as revision from accounts`;
  expect(found).toEqual({ accounts: 0, revision: null });
});

test("an older one says what to do, and stays as it is", async () => {
  const { sql, upgrade } = await comeBy(LAST_FOLDED - 1000);
  await expect(upgrade()).rejects.toThrow(/^This database is older than this Lineup can bring up to date/);
  expect(await sql`select hash from drizzle.__drizzle_migrations`).toHaveLength(2);
});
