import type { Segments } from "@/lib/messages/gsm";
import type { Eyes } from "@/lib/text/eyes";
import { typedWords } from "@/lib/text/typed-words";

const MINUTE = 60;
const HOUR = 3600;

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** "about 3 hours". */
export function durationWords(seconds: number): string {
  if (seconds < MINUTE) return "less than a minute";
  if (seconds < 2 * HOUR) return `about ${some(Math.round(seconds / MINUTE), "minute")}`;
  return `about ${some(Math.round(seconds / HOUR), "hour")}`;
}

/** How many segments a text is, from the shortest to the longest. */
export function segmentWords(counted: readonly Segments[]): string {
  const segments = counted.map((each) => each.segments);
  const [least, most] = [Math.min(...segments), Math.max(...segments)];
  if (counted.length === 0) return "";
  const range = least === most ? some(least, "segment") : `${least} to ${most} segments`;
  const costly = counted.some(({ alphabet }) => alphabet === "UCS-2");
  return `${range} each${costly ? "; a sign outside of the telephones' own alphabet makes them more" : ""}.`;
}

/** A moment that comes when each contact's own clock shows it. */
export function onTheirClocks(startsOn: string, eyes: Eyes): string {
  const { date, clock } = typedWords(startsOn, eyes);
  return `${date} at ${clock} where each contact is`;
}
