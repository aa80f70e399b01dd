import { and, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";

/** Days, "2026-10-12", both included; null: no end on that side. */
export type Days = { since: string | null; until: string | null };

/** Years that have four digits and that people mean. */
const Day = z.iso.date().regex(/^(19|20|21)/);

export const dayIn = (typed: string) => Day.safeParse(typed).data ?? null;

/** The day that it is in a zone. */
export const dayNow = (zone: string, now = new Date()) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(now);

/** So many days later, or earlier. */
export function dayAfter(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** Nothing lies between them. */
export const endsBeforeItBegins = ({ since, until }: Days) => since !== null && until !== null && since > until;

/** When a day begins in a zone; where clocks that go back show midnight twice, the first time. */
export function startOfDay(date: SQLWrapper, zone: SQLWrapper): SQL {
  const midnight = sql`(${date}::timestamp at time zone ${zone})`;
  const before = sql`(${midnight} - interval '1 hour')`;
  return sql`(case when (${before} at time zone ${zone})::date = ${date} then ${before} else ${midnight} end)`;
}

/** A moment within these days, as a time zone has them. */
export function withinDays(moment: SQLWrapper, { since, until }: Days, zone: string): SQL | undefined {
  const start = (date: string, days: number) => startOfDay(sql`(${date}::date + ${days}::int)`, sql`${zone}::text`);
  return and(
    since ? sql`${moment} >= ${start(since, 0)}` : undefined,
    until ? sql`${moment} < ${start(until, 1)}` : undefined,
  );
}
