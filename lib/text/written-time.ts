import type { Clock, Eyes } from "./eyes";

/** Gregorian years and digits that all read: a locale here is the order, the signs between and the clock. */
const EXTENSION = "-u-ca-gregory-nu-latn";

const HOURS: Readonly<Record<Clock, string>> = { "12": "-hc-h12", "24": "-hc-h23" };

/** Making a formatter costs far more than using one. */
const made = new Map<string, ReturnType<typeof formattersFor>>();

function formattersFor(locale: string, timeZone: string, clock: Clock | null) {
  const tag = locale + EXTENSION + (clock ? HOURS[clock] : "");
  return {
    date: new Intl.DateTimeFormat(tag, { timeZone, dateStyle: "short" }),
    year: new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric" }),
    clock: new Intl.DateTimeFormat(tag, { timeZone, timeStyle: "short" }),
    seconds: new Intl.DateTimeFormat(tag, { timeZone, timeStyle: "medium" }),
    hour: new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", hourCycle: "h23" }),
  };
}

type Written = Pick<Eyes, "zone" | "clock"> & { locale: string };

function formatters({ locale, zone, clock }: Written) {
  const key = `${locale} ${zone} ${clock}`;
  const known = made.get(key) ?? formattersFor(locale, zone, clock);
  made.set(key, known);
  return known;
}

const BIDI = /[\u200e\u200f\u061c]/g;

/** A moment as a country writes it, the year in full: "11/26/2026" and "3:05 PM", "26.11.2026" and "15:05". */
export function writtenTime(at: Date, eyes: Written) {
  const { date, year, clock, seconds, hour } = formatters(eyes);
  const parts = date.formatToParts(at).map(({ type, value }) => (type === "year" ? year.format(at) : value));
  const written = parts.join("").replace(BIDI, "").trim();
  const half = Number(hour.format(at)) < 12 ? "AM" : "PM";
  return {
    date: written,
    brief: written,
    clock: clockWords(clock, at, half),
    seconds: clockWords(seconds, at, half),
  };
}

/** Words stay English: twelve hours are told apart by AM and PM everywhere. */
function clockWords(clock: Intl.DateTimeFormat, at: Date, half: string): string {
  const parts = clock.formatToParts(at);
  if (!clock.resolvedOptions().hour12)
    return parts
      .map(({ value }) => value)
      .join("")
      .replace(BIDI, "")
      .trim();
  const digits = parts.filter(({ type }) => type === "hour" || type === "minute" || type === "second");
  return `${digits.map(({ value }) => value).join(":")} ${half}`;
}
