import { z } from "zod";
import { addressOf, type Beginning, beginningByTime, type Params, paramOf } from "../paging";
import { searchIn } from "../text/search";

/** What the list can show, in the order of its tabs. */
export const inboxViews = {
  unclaimed: "Unclaimed",
  mine: "Mine",
  mentions: "Mentions",
  all: "All",
  done: "Done",
} as const;
export type InboxView = keyof typeof inboxViews;
export const allViews = Object.keys(inboxViews).filter(isView);

/** What the Inbox shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type InboxQuery = { view: InboxView; line: string | null; search: string; from: Beginning };

function isView(typed: string): typed is InboxView {
  return Object.hasOwn(inboxViews, typed);
}

/** Whoever searches without a choice searches in all. */
export function inboxQuery(params: Params): InboxQuery {
  const [view, search] = [paramOf(params, "view"), searchIn(paramOf(params, "search"))];
  return {
    view: isView(view) ? view : search ? "all" : "unclaimed",
    line: z.uuid().safeParse(paramOf(params, "line")).data ?? null,
    search,
    from: beginningByTime(params),
  };
}

export const INBOX = "/inbox";

/** A place in a thread, as an address says it; what makes no sense there is as if it weren't. */
export function placeIn(params: Params, name: string): number | null {
  const said = paramOf(params, name);
  return /^\d{1,9}$/.test(said) ? Number(said) : null;
}

/** The page of a thread that an address leads to, as it is at its newest. */
export function atNewest(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://portal.invalid");
  for (const name of ["before", "seen"]) searchParams.delete(name);
  return addressOf(pathname, Object.fromEntries(searchParams));
}

/** The list that a thread was opened from, by the thread's address. */
export function listAround(address: string): string {
  const params = Object.fromEntries(new URL(address, "http://portal.invalid").searchParams);
  const { view, line, search } = inboxQuery(params);
  return addressOf(INBOX, { view: paramOf(params, "view") && view, line, search });
}

type Change = { view?: InboxView; after?: string; before?: string };

/** The address of another page of the same, or of another view of it. */
export const inboxAddress = ({ view, line, search }: InboxQuery, change: Change = {}, path = INBOX): string =>
  addressOf(path, { view: change.view ?? view, line, search, after: change.after, before: change.before });
