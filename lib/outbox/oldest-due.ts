import { sql } from "drizzle-orm";
import { db } from "@/db";

type Due = { due: number; queued: number; seconds: number };

/**
 * How many emails are due by now, how many are queued with those that wait for another try, and for how many seconds
 * the oldest of all these: trying again and again makes it no younger. By the index of what is queued alone.
 */
export async function oldestDue(): Promise<Due> {
  const [found] = await db.execute<Due>(sql`select count(*) filter (where next_at <= now())::int as due,
    count(*)::int as queued, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds
    from outbox where state = 'queued'`);
  return found ?? { due: 0, queued: 0, seconds: 0 };
}
