/** Today's names of zones that some versions of Node list under an older one only. */
const RENAMED = ["Asia/Ho_Chi_Minh", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Yangon", "Europe/Kyiv"];

const zones = new Set(["UTC", ...[...Intl.supportedValuesOf("timeZone"), ...RENAMED].sort()]);

export const isTimeZone = (zone: string) => zones.has(zone);

type ZoneOption = { value: string; label: string };

/** Working out 400 offsets takes longer than rendering a page, and they change with the day at most. */
let kept: { day: string; options: ZoneOption[] } | undefined;

/** IANA names as values, with the offset of today in the label: "America/Los Angeles (UTC−8)". */
export function timeZoneOptions(now = new Date()): ZoneOption[] {
  const day = now.toISOString().slice(0, 10);
  if (kept?.day !== day) {
    const options = [...zones].map((zone) => ({
      value: zone,
      label: `${zone.replaceAll("_", " ")} (${offset(zone, now)})`,
    }));
    kept = { day, options };
  }
  return kept.options;
}

function offset(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(now);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name.replace("GMT", "UTC").replace("-", "−");
}
