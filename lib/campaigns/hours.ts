import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Between these hours of their own day somebody gets texts of a campaign; on Sundays they begin later. */
export const HOURS = { from: "09:00", fromOnSundays: "12:00", to: "20:00" } as const;

type Moment = SQLWrapper;

const clockAt = (moment: Moment, zone: SQLWrapper) => sql`(${moment} at time zone ${zone})`;

/** Whether a zone has those hours at a moment. */
export function isOpen(moment: Moment, zone: SQLWrapper): SQL {
  const clock = clockAt(moment, zone);
  return sql`(${clock}::time >= ${fromOn(clock)} and ${clock}::time < ${HOURS.to}::time)`;
}

const fromOn = (day: SQL) =>
  sql`(case extract(isodow from ${day}) when 7 then ${HOURS.fromOnSundays}::time else ${HOURS.from}::time end)`;

/** The moment itself, where it is in a zone's hours; else when these begin next. */
export function openFrom(moment: Moment, zone: SQLWrapper): SQL {
  const clock = clockAt(moment, zone);
  const day = sql`(${clock}::date + (${clock}::time >= ${HOURS.to}::time)::int)`;
  return sql`(case when ${isOpen(moment, zone)} then ${moment} else (${day} + ${fromOn(day)}) at time zone ${zone} end)`;
}

/** When a zone's hours end that are under way at a moment, or begin after it. */
export function endOfHours(moment: Moment, zone: SQLWrapper): SQL {
  const clock = clockAt(moment, zone);
  const day = sql`(${clock}::date + (${clock}::time >= ${HOURS.to}::time)::int)`;
  return sql`((${day} + ${HOURS.to}::time) at time zone ${zone})`;
}

/**
 * The moment at which a zone's clocks show what was typed, as `momentOf` reads it: in the hour that they skip so much later,
 * and of an hour that they show twice the first, which PostgreSQL by itself takes for the second.
 */
export function momentIn(typed: SQLWrapper, zone: SQLWrapper): SQL {
  const clock = sql`${typed}::timestamp`;
  const utc = sql`(${clock} at time zone 'UTC')`;
  // As clocks were a day before: they show it twice where the later of both is not the only one that shows it.
  const before = sql`(${utc} - (((${utc} - interval '24 hours') at time zone ${zone}) - (${clock} - interval '24 hours')))`;
  return sql`(case when (${before} at time zone ${zone}) = ${clock} then ${before} else ${clock} at time zone ${zone} end)`;
}
