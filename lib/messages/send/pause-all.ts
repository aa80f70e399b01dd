import { sql } from "drizzle-orm";
import type { WriteTx } from "@/db/write";
import { inBatches } from "../../in-batches";

/**
 * The carrier has had enough of us for so many seconds, and means all of us: no line hands over before then, whichever worker
 * or server asks. It says so of each text that it was just given.
 */
export const pauseAll = inBatches<number>({
  work: (tx, seconds) => pause(tx, Math.max(...seconds)),
  keyOf: () => "all",
});

async function pause(tx: WriteTx, seconds: number): Promise<void> {
  await tx.execute(sql`
    insert into line_pace (number_id, account_id, next_at)
      select id, account_id, now() + make_interval(secs => ${seconds}::double precision) from numbers order by id
    on conflict (number_id) do update set next_at = greatest(line_pace.next_at, excluded.next_at)`);
}
