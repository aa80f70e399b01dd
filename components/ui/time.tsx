import { timeWords } from "./time-words";

type Props = {
  at: Date | string;
  zone: string;
  locale?: string | null;
  now?: Date /** With date and zone, however near it is. */;
  isWhole?: boolean;
  /** Where the day is said already. */
  isClock?: boolean;
};

/** The only way a moment reaches a page: as people say it, with the exact one in `datetime` and on hover. */
export function Time({ at, zone, locale = null, now = new Date(), isWhole = false, isClock = false }: Props) {
  const moment = new Date(at);
  const words = timeWords(moment, { zone, now, locale });
  return (
    <time dateTime={moment.toISOString()} title={words.exact}>
      {isClock ? words.clock : isWhole ? words.whole : words.short}
    </time>
  );
}
