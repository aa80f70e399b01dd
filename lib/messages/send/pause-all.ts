import { sql } from "drizzle-orm";
import { keepBooks } from "../../change";

/** The carrier has had enough of us, and means all of us: no line hands over before then, whichever worker or server asks. */
export const pauseAll = (seconds: number): Promise<void> =>
  keepBooks(async (tx) => {
    await tx.execute(sql`
      insert into line_pace (number_id, account_id, next_at)
        select id, account_id, now() + make_interval(secs => ${seconds}::double precision) from numbers order by id
      on conflict (number_id) do update set next_at = greatest(line_pace.next_at, excluded.next_at)`);
  });
