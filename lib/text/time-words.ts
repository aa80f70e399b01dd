import type { Clock, Eyes } from "./eyes";
import { writtenTime } from "./written-time";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Making a formatter costs far more than using one, and a list asks for the same zone on every row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string) {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });
  formatters.set(zone, made);
  return made;
}

function partsIn(zone: string, at: Date) {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter(zone).formatToParts(at)) parts[type] = value;
  const { year = "", month = "", day = "", hour = "", minute = "", second = "", timeZoneName = "" } = parts;
  return {
    year,
    day,
    hour,
    minute,
    second,
    zoneName: timeZoneName,
    month: months[Number(month) - 1] ?? "",
    serial: Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000,
  };
}

/** A list says many moments as seen from one and the same now. */
let lastNow: { key: string; parts: ReturnType<typeof partsIn> } | undefined;

function nowIn(zone: string, now: Date) {
  const key = `${zone} ${now.getTime()}`;
  if (lastNow?.key !== key) lastNow = { key, parts: partsIn(zone, now) };
  return lastNow.parts;
}

/** What every exact moment of one zone ends with. */
export const inZone = (zone: string) => ` (${zone.replaceAll("_", " ")})`;

const near: Record<number, string> = { [-1]: "Yesterday", 0: "Today", 1: "Tomorrow" };

/**
 * A moment as people say it, and exactly. `day`: "Today" · "12 Oct"; `clock`: "09:14"; `short`: "Today, 09:14" · "12 Oct, 17:30"
 * · "12 Oct 2025, 17:30"; `whole`: "12 Oct 2025, 17:30 PDT". `date` is a day by its date, however near.
 */
export function timeWords(at: Date, eyes: Eyes) {
  const { zone, now, locale } = eyes;
  const then = partsIn(zone, at);
  const today = nowIn(zone, now);
  const written = locale
    ? writtenTime(at, { ...eyes, locale })
    : ourTime(then, { year: today.year, clock: eyes.clock });
  const { date, brief, clock, seconds } = written;
  const day = near[then.serial - today.serial] ?? brief;
  return {
    day,
    clock,
    short: `${day}, ${clock}`,
    date: brief,
    exact: `${date}, ${seconds} ${then.zoneName}${inZone(zone)}`,
    whole: `${date}, ${clock} ${then.zoneName}`,
  };
}

/** A moment ready to be drawn: as programs read it, in words, and exactly in words. */
export type SaidTime = readonly [at: string, words: string, exact: string];

export function saidTime(at: Date, eyes: Eyes, form: "short" | "clock" | "whole" = "short"): SaidTime {
  const words = timeWords(at, eyes);
  return [at.toISOString(), words[form], words.exact];
}

/** As Lineup writes it: twenty-four hours, unless somebody wants twelve; this year's days without the year. */
function ourTime(then: ReturnType<typeof partsIn>, { year, clock }: { year: string; clock: Clock | null }) {
  const [date, brief] = [`${then.day} ${then.month} ${then.year}`, `${then.day} ${then.month}`];
  const written = { date, brief: then.year === year ? brief : date };
  const { hour, minute, second } = then;
  if (clock !== "12") return { ...written, clock: `${hour}:${minute}`, seconds: `${hour}:${minute}:${second}` };
  const [hours, half] = [Number(hour) % 12 || 12, Number(hour) < 12 ? "AM" : "PM"];
  return { ...written, clock: `${hours}:${minute} ${half}`, seconds: `${hours}:${minute}:${second} ${half}` };
}
