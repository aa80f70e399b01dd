import { timeWords } from "./time-words";

type Props = { at: Date | string; zone: string; now?: Date; withZone?: boolean };

/** The only way a moment reaches a page: as people say it, with the exact one in `datetime` and on hover. */
export function Time({ at, zone, now = new Date(), withZone = false }: Props) {
  const moment = new Date(at);
  const words = timeWords(moment, { zone, now });
  return (
    <time dateTime={moment.toISOString()} title={words.exact}>
      {withZone ? `${words.short} ${words.zoneName}` : words.short}
    </time>
  );
}
