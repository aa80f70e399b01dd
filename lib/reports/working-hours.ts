import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { literal } from "@/db/naming";

/** Whole hours of the company's own clocks, from Monday on so many days. */
export const WORKING = { days: 5, from: 9, to: 17 } as const;

const HOUR = 3600;
const aDay = literal((WORKING.to - WORKING.from) * HOUR);

/** Seconds of working time that have passed at a moment, by the clocks of a zone, since a Monday long ago. */
const passedAt = (moment: SQLWrapper, zone: SQLWrapper) => sql`(select (days / 7 * ${literal(WORKING.days)}
    + least(days % 7, ${literal(WORKING.days)})) * ${aDay} + case when days % 7 < ${literal(WORKING.days)}
      then least(greatest(extract(epoch from clock::time) - ${literal(WORKING.from * HOUR)}, 0), ${aDay}) else 0 end
  from (select clock, clock::date - date '2001-01-01' as days from (select ${moment} at time zone ${zone} as clock) clocks) dated)`;

/** How much working time lies between two moments, in seconds. */
export const workingSeconds = (since: SQLWrapper, until: SQLWrapper, zone: SQLWrapper): SQL<number> =>
  sql`greatest(round(${passedAt(until, zone)} - ${passedAt(since, zone)}), 0)::int`;
