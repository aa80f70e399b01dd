import { type MemberPage, wholeOf } from "@/lib/members/list/list-members";
import type { ListQuery } from "@/lib/members/list/list-query";
import type { Figure } from "@/lib/text/figure";

type Told = { page: MemberPage; query: ListQuery; figure: Figure };

/** "26–50 of 48,210"; of a search only what is known, since counting all it finds would cost more than finding it. */
export function rangeWords({ page, query, figure }: Told): string {
  const { rows, place, totals, previous, next } = page;
  if (!previous && !next) return rows.length === 1 ? "1 user" : `${rows.length} users`;
  if (place === null) return next ? "" : "The last ones";
  const all = wholeOf(query, totals);
  const last = place + rows.length - 1;
  const range = `${figure(place)}–${figure(last)}`;
  if (all === null) return next ? range : `${range} of ${figure(last)}`;
  return `${range} of ${figure(Math.max(all, last))}`;
}

/** The same for who doesn't see the list change. */
export function foundWords(told: Told): string {
  if (told.page.rows.length === 0) return "Nobody found.";
  return rangeWords(told) || `${told.page.rows.length} users on this page`;
}
