/** How far a zone's clock is from UTC at a moment, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return shown - Math.floor(at / 60_000) * 60_000;
}

/**
 * The moment at which clocks of a zone show what a date-time input holds, "2026-11-27T09:00"; where they skip that hour, the
 * same so much later, and where they show it twice, the first time. Null for anything else.
 */
export function momentOf(typed: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed)) return null;
  const shown = Date.parse(`${typed}Z`);
  // Some read the 30th of February as the 2nd of March.
  if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(typed)) return null;
  const [before, after] = [shown - offsetAt(zone, shown - A_DAY_MS), shown - offsetAt(zone, shown + A_DAY_MS)];
  const isShown = (at: number) => at + offsetAt(zone, at) === shown;
  return new Date(!isShown(before) && isShown(after) ? after : before);
}

/** Far enough that clocks are as they were before a change about then, or as they are after it. */
const A_DAY_MS = 86_400_000;
