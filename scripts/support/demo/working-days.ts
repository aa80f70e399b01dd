import { WORKING } from "@/lib/reports/working-hours";
import { momentOf } from "@/lib/text/clock-time";
import { dayAfter, dayNow } from "@/lib/text/days";

const HOUR = 3_600_000;
const OPENING = `${String(WORKING.from).padStart(2, "0")}:00`;

/** When a day's working hours begin and end, in milliseconds; on a weekend, when they would. */
export type Day = { opens: number; closes: number; isWeekend: boolean };

/** So many days by the clocks of a zone, today the last one. */
export function lastDays(howMany: number, zone: string, now: Date): Day[] {
  const today = dayNow(zone, now);
  return Array.from({ length: howMany }, (_, at) => {
    const day = dayAfter(today, at + 1 - howMany);
    const opens = momentOf(`${day}T${OPENING}`, zone)?.getTime() ?? Number.NaN;
    const weekday = (new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7;
    return { opens, closes: opens + (WORKING.to - WORKING.from) * HOUR, isWeekend: weekday >= WORKING.days };
  });
}

/** Whole working days that are over, in their order. */
export const workingDays = (days: readonly Day[], now: Date): Day[] =>
  days.filter(({ closes, isWeekend }) => !isWeekend && closes <= now.getTime());

/** The moment since which so many working hours have passed. */
export function workingHoursAgo(hours: number, days: readonly Day[], now: Date): Date {
  let left = hours * HOUR;
  for (const { opens, closes, isWeekend } of [...days].reverse()) {
    const end = Math.min(closes, now.getTime());
    if (isWeekend || end <= opens) continue;
    if (left < end - opens) return new Date(end - left);
    left -= end - opens;
  }
  throw new Error("These are more working hours than the days have");
}
