import { dayAfter } from "../text/days";
import { byWeeks } from "../text/week";
import type { DayFigures, LinesReport } from "./lines-and-people";

/** More bars than these are told by weeks. */
const MOST_DAYS = 92;

export type Stretch = { from: string; to: string; textsIn: number; textsOut: number };

/** A report's days in their order, those without a text among them, or its weeks; from its first text on, if that came later. */
export function stretchesOf({ period, days }: LinesReport, firstWeekday: number, today: string): Stretch[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const first = days[0]?.day;
  if (!first) return [];
  const end = [period.until, [today, days.at(-1)?.day ?? today].sort().at(-1) ?? today].sort()[0] ?? today;
  const all: DayFigures[] = [];
  for (
    let day = first > period.since && isLong(period.since, end) ? first : period.since;
    day <= end;
    day = dayAfter(day, 1)
  )
    all.push(known.get(day) ?? { day, textsIn: 0, textsOut: 0 });
  return all.length <= MOST_DAYS ? all.map((day) => stretchOf([day])) : byWeeks(all, firstWeekday).map(stretchOf);
}

const isLong = (from: string, to: string) => dayAfter(from, MOST_DAYS) <= to;

const stretchOf = (days: readonly DayFigures[]): Stretch => ({
  from: days[0]?.day ?? "",
  to: days.at(-1)?.day ?? "",
  textsIn: days.reduce((sum, { textsIn }) => sum + textsIn, 0),
  textsOut: days.reduce((sum, { textsOut }) => sum + textsOut, 0),
});
