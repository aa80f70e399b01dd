import { type ListQuery, listParams } from "@/lib/members/list/list-query";
import type { SavedView } from "@/lib/saved-views/list";

/** As a view keeps it, whatever page one is on. */
export const queryOf = (query: ListQuery) => new URLSearchParams(listParams(query)).toString();

/** A group that is gone is asked for by the view, and not by what is shown. */
export const isShowing = (query: ListQuery, view: SavedView) => queryOf(query) === view.query;
