import { and, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";

/** Days, "2026-10-12", both included; null: no end on that side. */
export type Days = { since: string | null; until: string | null };

/** Years that have four digits and that people mean. */
const Day = z.iso.date().regex(/^(19|20|21)/);

export const dayIn = (typed: string) => Day.safeParse(typed).data ?? null;

/** Nothing lies between them. */
export const endsBeforeItBegins = ({ since, until }: Days) => since !== null && until !== null && since > until;

/** A moment within these days, as a time zone has them. */
export function withinDays(moment: SQLWrapper, { since, until }: Days, zone: string): SQL | undefined {
  const day = (date: string, days: number) => sql`((${date}::date + ${days}::int)::timestamp at time zone ${zone})`;
  return and(
    since ? sql`${moment} >= ${day(since, 0)}` : undefined,
    until ? sql`${moment} < ${day(until, 1)}` : undefined,
  );
}
