import type { Eyes } from "@/lib/text/eyes";
import { timeWords } from "@/lib/text/time-words";

type Props = Eyes & {
  at: Date | string;
  /** With date and zone, however near it is. */
  isWhole?: boolean;
  /** Where the day is said already. */
  isClock?: boolean;
};

/** The only way a moment reaches a page: as people say it, with the exact one in `datetime` and on hover. */
export function Time({ at, isWhole = false, isClock = false, ...eyes }: Props) {
  const moment = new Date(at);
  const words = timeWords(moment, eyes);
  return (
    <time dateTime={moment.toISOString()} title={words.exact}>
      {isClock ? words.clock : isWhole ? words.whole : words.short}
    </time>
  );
}
