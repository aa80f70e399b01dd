import { sql } from "drizzle-orm";
import { db } from "@/db";

type Due = { due: number; seconds: number };

/** How many emails are due by now, and for how many seconds the first of them has been: by the index of what is due alone. */
export async function oldestDue(): Promise<Due> {
  const [found] = await db.execute<Due>(sql`select count(*)::int as due,
    coalesce(extract(epoch from now() - min(next_at)), 0)::float8 as seconds from outbox where state = 'queued' and next_at <= now()`);
  return found ?? { due: 0, seconds: 0 };
}
