const NOON = 12;
const HOUR_MS = 3_600_000;

/** Where it is between noon and one o'clock: texts of campaigns leave there for seven hours from now on, on any day of the week. */
export function noonZone(now: Date): string {
  const east = NOON - Math.floor((now.getTime() % (24 * HOUR_MS)) / HOUR_MS);
  // These names count the hours that a zone lies west.
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}
