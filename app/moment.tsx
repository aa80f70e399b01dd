import type { SaidTime } from "@/lib/text/time-words";

/** A moment in words, with the exact one in `datetime` and on hover. */
export const Moment = ({ said: [at, words, exact] }: { said: SaidTime }) => (
  <time dateTime={at} title={exact}>
    {words}
  </time>
);
