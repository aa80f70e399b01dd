import { type SQL, sql } from "drizzle-orm";
import { writeDb } from "@/db/write";

/** So few at once that none of them takes longer than a statement may. */
const AT_ONCE = 5000;

/** What is kept for a time after it was over (docs/data.md): logins and emails a year, links ninety days. Harmless to run twice. */
export async function sweepHistory(): Promise<void> {
  await remove(sql`logins`, sql`at < now() - interval '1 year'`);
  await remove(sql`links`, sql`coalesce(used_at, revoked_at, expires_at) < now() - interval '90 days'`);
  // What waits for a decision stays until somebody made it.
  await remove(
    sql`outbox`,
    sql`created_at < now() - interval '1 year' and (state = 'sent' or (state = 'failed' and decided_at is not null))`,
  );
}

async function remove(table: SQL, where: SQL): Promise<void> {
  for (;;) {
    const gone = await writeDb.execute(
      sql`delete from ${table} where id in (select id from ${table} where ${where} limit ${AT_ONCE}) returning 1`,
    );
    if (gone.length < AT_ONCE) return;
  }
}
