import { isTimeZone } from "../text/time";

/** How programs of North America call theirs: "Eastern", "Pacific Time (US & Canada)", "Mountain Standard Time", "(GMT-06:00) Central Time". */
const AMERICAN =
  /^(?:\([^)]*\) *)?(eastern|central|mountain|pacific|alaskan?|hawaii(?:an)?|arizona)(?: (?:standard|daylight))?(?: time)?(?: \(us (?:&|and) canada\))?$/i;

const ZONES: Readonly<Record<string, string>> = {
  eastern: "America/New_York",
  central: "America/Chicago",
  mountain: "America/Denver",
  pacific: "America/Los_Angeles",
  alaska: "America/Anchorage",
  alaskan: "America/Anchorage",
  hawaii: "Pacific/Honolulu",
  hawaiian: "Pacific/Honolulu",
  arizona: "America/Phoenix",
};

/** A time zone as programs write it: by its name in any case, by an older one ("US/Pacific"), or as above. Null for what is none. */
export function zoneIn(cell: string): string | null {
  if (isTimeZone(cell)) return cell;
  // As HubSpot keeps them: "us_slash_pacific".
  if (cell.includes("_slash_")) return zoneIn(cell.slice(0, 60).replaceAll("_slash_", "/"));
  const [, american] = AMERICAN.exec(cell) ?? [];
  if (american) return ZONES[american.toLowerCase()] ?? null;
  // "EST" and "CST" are somebody else's in other parts of the world.
  if (!/^[A-Za-z]+\/[A-Za-z/ _-]{2,60}$/.test(cell)) return null;
  const zone = nameOf(cell.replaceAll(" ", "_"));
  return zone !== null && isTimeZone(zone) ? zone : null;
}

function nameOf(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
