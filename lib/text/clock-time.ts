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
 * same so much later. Null for anything else.
 */
export function momentOf(typed: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed)) return null;
  const shown = Date.parse(`${typed}Z`);
  if (Number.isNaN(shown)) return null;
  const guess = shown - offsetAt(zone, shown);
  return new Date(shown - offsetAt(zone, guess));
}
