const DAY = 86_400_000;

/** How many days ten weekdays are, begun on a Saturday or a Sunday. */
const FROM: Readonly<Record<string, number>> = { Sat: 13, Sun: 12 };

/** Ten business days on, by the weekdays of a zone. Holidays are no business days either: without them it is only sooner. */
export function tenBusinessDaysAfter(at: Date, timeZone: string): Date {
  const weekday = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short" }).format(at);
  return new Date(at.getTime() + (FROM[weekday] ?? 14) * DAY);
}
