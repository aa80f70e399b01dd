import { sql } from "drizzle-orm";
import { sendingSlots } from "@/db/schema";
import { writeDb } from "@/db/write";

/** Any number that nothing else in this database locks. */
const SLOTS_LOCK = 7_231_942;

/** Nobody waits longer than this for a slot with a claimed email in hand: its lease would run out. */
const LONGEST_QUEUE = 5;

/** More than the even share: requests reach the provider unevenly, and any second must keep the rate. */
const gapMs = (perSecond: number) => (1000 / perSecond) * 1.25;

export type Slot = { taken: boolean; seconds: number };

/**
 * The next moment at which any server may ask the provider, evenly spaced, so that no second holds more than the rate.
 * `taken`: ours, in `seconds` from now. Otherwise there is none soon, and `seconds` is how long to leave it.
 */
export const takeSlot = (perSecond: number): Promise<Slot> =>
  writeDb.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SLOTS_LOCK})`);
    const [slot] = await tx.execute<Slot>(sql`
      with free as (
        select greatest(clock_timestamp(), max(second) + make_interval(secs => ${gapMs(perSecond) / 1000}::double precision)) as at
        from ${sendingSlots}
      ), wait as (select at, greatest(0, extract(epoch from at - clock_timestamp()))::float8 as seconds from free),
      mine as (
        insert into ${sendingSlots} (second, used) select at, 1 from wait where seconds <= ${LONGEST_QUEUE} on conflict do nothing
      )
      select seconds, seconds <= ${LONGEST_QUEUE} as taken from wait`);
    if (!slot) throw new Error("no slot");
    return slot;
  });

/** No server asks the provider again before that many seconds have passed: `retry-after` is meant for all of us. */
export async function pauseSending(seconds: number): Promise<void> {
  const until = sql`clock_timestamp() + make_interval(secs => ${seconds}::double precision)`;
  await writeDb.insert(sendingSlots).values({ second: until, used: 0 }).onConflictDoNothing();
}

/** Seconds left of a pause that was asked for after our slot was taken. A slot has a use, a pause has none. */
export async function pauseLeft(): Promise<number> {
  const [pause] = await writeDb.execute<{ seconds: number | null }>(sql`
    select extract(epoch from max(second) - clock_timestamp())::float8 as seconds from ${sendingSlots}
    where used = 0 and second > clock_timestamp()`);
  return pause?.seconds ?? 0;
}
