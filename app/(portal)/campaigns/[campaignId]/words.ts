import type { Review } from "@/lib/campaigns/review";
import type { Eyes } from "@/lib/text/eyes";
import { signName } from "@/lib/text/sign-name";
import { typedWords } from "@/lib/text/typed-words";

const MINUTE = 60;
const HOUR = 3600;

/** Signs that are named before "others". */
const NAMED = 5;
const inARow = new Intl.ListFormat("en");

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** "about 3 hours". */
export function durationWords(seconds: number): string {
  if (seconds < MINUTE) return "less than a minute";
  if (seconds < 2 * HOUR) return `about ${some(Math.round(seconds / MINUTE), "minute")}`;
  return `about ${some(Math.round(seconds / HOUR), "hour")}`;
}

/** From the fewest to the most, and what makes them more. */
export function segmentWords({ least, most, signs }: NonNullable<Review["range"]>): string {
  const range = least === most ? some(least, "segment") : `${least} to ${most} segments`;
  if (signs.length === 0) return `${range} each.`;
  const named = signs.slice(0, NAMED).map((sign) => (signName(sign) === sign ? `“${sign}”` : signName(sign)));
  const rest = signs.length > NAMED ? ["others"] : [];
  const are =
    signs.length === 1
      ? "is not in the telephones' own alphabet and makes"
      : "are not in the telephones' own alphabet and make";
  return `${range} each; ${inARow.format([...named, ...rest])} ${are} them more.`;
}

/** A moment that comes when each contact's own clock shows it. */
export function onTheirClocks(startsOn: string, eyes: Eyes): string {
  const { date, clock } = typedWords(startsOn, eyes);
  return `${date} at ${clock} where each contact is`;
}
