import type { MemberPage } from "@/lib/members/list";
import type { ListQuery } from "@/lib/members/list-query";

const number = (n: number) => n.toLocaleString("en");

/** "26–50 of 48,210"; of a search only what is known, since counting all it finds would cost more than finding it. */
export function rangeWords(
  { rows, place, totals, previous, next }: MemberPage,
  { search, role, status }: ListQuery,
): string {
  if (rows.length === 0) return "";
  if (!previous && !next) return rows.length === 1 ? "1 user" : `${rows.length} users`;
  if (place === null) return next ? "" : "The last ones";
  const all = status ? totals[status] : totals.Active + totals.Pending + totals.Disabled;
  const last = place + rows.length - 1;
  const range = `${number(place)}–${number(last)}`;
  if (search || role) return next ? range : `${range} of ${number(last)}`;
  return `${range} of ${number(Math.max(all, last))}`;
}
