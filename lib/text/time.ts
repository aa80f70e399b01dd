/** Zones that were renamed. Which of the two names Node lists depends on its version; people are offered today's. */
const NAMES_TODAY: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

export const nameToday = (zone: string) => NAMES_TODAY[zone] ?? zone;

/** Each zone once. */
const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map(nameToday).sort()]);

const OLDER = new Map(Object.entries(NAMES_TODAY).map(([older, today]) => [today, older]));

/** An older name is one, too: it may have been kept before. */
export const isTimeZone = (zone: string) => zones.has(zone) || Object.hasOwn(NAMES_TODAY, zone);

/** Working out 400 offsets takes longer than rendering a page, and they change with the day at most. */
let kept: { day: string; options: string } | undefined;

/**
 * Options as one text, which zones.ts reads: IANA names as values, with the offset of today, "America/Los_Angeles", a tab and
 * "(UTC−8)", then its older name if it has one: some look for that. Where an older name is `held`, it is the value of its
 * zone's option, so that the option stands chosen and saving changes nothing; the place is said then.
 */
export function timeZoneOptions(held?: string, now = new Date()): string {
  const day = now.toISOString().slice(0, 10);
  if (kept?.day !== day) {
    const options = [...zones].map((zone) => {
      const older = OLDER.get(zone);
      return `${zone}\t(${offset(zone, now)})${older ? `\t${older}` : ""}`;
    });
    kept = { day, options: options.join("\n") };
  }
  if (!held || nameToday(held) === held) return kept.options;
  return kept.options.replace(`${nameToday(held)}\t`, `${held}\t${nameToday(held).replaceAll("_", " ")} `);
}

function offset(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(now);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name.replace("GMT", "UTC").replace("-", "−");
}

/** How long ago something was: "12 seconds ago". */
export function agoWords(at: Date, now = new Date()): string {
  const seconds = Math.max(1, Math.round((now.getTime() - at.getTime()) / 1000));
  const [count, unit] =
    seconds < 60
      ? [seconds, "second"]
      : seconds < 3600
        ? [Math.floor(seconds / 60), "minute"]
        : seconds < 86_400
          ? [Math.floor(seconds / 3600), "hour"]
          : [Math.floor(seconds / 86_400), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
