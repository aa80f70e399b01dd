import { signName } from "../text/sign-name";
import type { Replacement } from "./replace";

/** More than these say nothing that the text itself does not. */
const MOST = 6;

/** "“ becomes \", … becomes ...: 1 segment instead of 3"; nothing of nothing. */
export function changeWords(
  changes: readonly Replacement[],
  { before, after }: { before: number; after: number },
): string {
  if (changes.length === 0) return "";
  const each = changes
    .slice(0, MOST)
    .map(({ from, to }) =>
      to === "" ? `${signName(from)} is left out` : `${signName(from)} becomes ${to === " " ? "a space" : to}`,
    );
  const more = changes.length > MOST ? [`${changes.length - MOST} more`] : [];
  const saved = before > after ? `: ${after} ${after === 1 ? "segment" : "segments"} instead of ${before}` : "";
  return `${[...each, ...more].join(", ")}${saved}`;
}
