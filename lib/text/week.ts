/** The days that weeks begin with, Friday in the Maldives aside; by the names that locales have for them. */
export const weekStarts = { mon: "Monday", sat: "Saturday", sun: "Sunday" } as const;

export type WeekStart = keyof typeof weekStarts;

const NUMBERS: Readonly<Record<WeekStart, number>> = { mon: 1, sat: 6, sun: 7 };

type Week = { firstDay: number };

/** The day that somebody's week begins with, Monday 1 to Sunday 7: as they choose, as their locale has it, or Monday. */
export function firstWeekday({ locale, weekStart }: { locale: string | null; weekStart: WeekStart | null }): number {
  if (weekStart) return NUMBERS[weekStart];
  if (!locale) return NUMBERS.mon;
  const place: Intl.Locale & { getWeekInfo?: () => Week; weekInfo?: Week } = new Intl.Locale(locale);
  return (place.getWeekInfo?.() ?? place.weekInfo)?.firstDay ?? NUMBERS.mon;
}

/** Days ("2026-10-12") in their order by weeks that begin with that day; the first and the last may be cut. */
export function byWeeks<Day extends { day: string }>(days: readonly Day[], firstDay: number): Day[][] {
  const weeks: Day[][] = [];
  for (const each of days) {
    const week = weeks.at(-1);
    const weekday = new Date(`${each.day}T12:00:00Z`).getUTCDay() || 7;
    if (week && weekday !== firstDay) week.push(each);
    else weeks.push([each]);
  }
  return weeks;
}
