import { reasonOf } from "@/lib/carrier/codes";
import type { HistoryText } from "@/lib/reports/list-history";

/** Why it did not arrive; empty where there is nothing to explain. */
export const reasonWords = ({ state, errorCode }: HistoryText): string =>
  state === "failed" ? reasonOf(errorCode ?? 0) : "";

/** Who of us wrote it; empty for what a customer wrote. */
export function personWords({ direction, person, isGone }: HistoryText): string {
  if (direction === "in") return "";
  return person ? `${person}${isGone ? " (removed)" : ""}` : "Lineup";
}
