import { type MemberPage, wholeOf } from "@/lib/members/list";
import type { ListQuery } from "@/lib/members/list-query";

const number = (n: number) => n.toLocaleString("en");

/** "26–50 of 48,210"; of a search only what is known, since counting all it finds would cost more than finding it. */
export function rangeWords({ rows, place, totals, previous, next }: MemberPage, query: ListQuery): string {
  if (!previous && !next) return rows.length === 1 ? "1 user" : `${rows.length} users`;
  if (place === null) return next ? "" : "The last ones";
  const all = wholeOf(query, totals);
  const last = place + rows.length - 1;
  const range = `${number(place)}–${number(last)}`;
  if (all === null) return next ? range : `${range} of ${number(last)}`;
  return `${range} of ${number(Math.max(all, last))}`;
}
