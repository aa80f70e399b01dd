import { z } from "zod";
import { addressOf, type Beginning, beginningOf, type Params, paramOf } from "../paging";
import { searchIn } from "../text/search";
import { isAction } from "./actions";

/** What the activity page shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type ActivityQuery = {
  /** A name, or a member's id. */
  person: string;
  action: string | null;
  /** Days, "2026-10-12", both included. */
  since: string | null;
  until: string | null;
  from: Beginning;
};

export function activityQuery(params: Params): ActivityQuery {
  const action = paramOf(params, "action");
  return {
    person: searchIn(paramOf(params, "person")),
    action: isAction(action) ? action : null,
    since: dayIn(paramOf(params, "from")),
    until: dayIn(paramOf(params, "to")),
    from: beginningOf(params, (key) => Key.safeParse(key).success),
  };
}

/** Years that have four digits and that people mean. */
const Day = z.iso.date().regex(/^(19|20|21)/);

const dayIn = (typed: string) => Day.safeParse(typed).data ?? null;

/** The moment of a row and the batch it stands for, if any. */
const Key = z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/), z.union([z.uuid(), z.literal("")])]);

type Change = Partial<Omit<ActivityQuery, "from">> & { after?: string; before?: string };

/** The address with something changed; another choice begins at the newest. */
export function activityAddress(query: ActivityQuery, change: Change = {}, path = "/admin/activity"): string {
  const { person, action, since, until, after, before } = { ...query, ...change };
  return addressOf(path, { person, action, from: since, to: until, after, before });
}

/** Nothing lies between them. */
export const endsBeforeItBegins = ({ since, until }: ActivityQuery) =>
  since !== null && until !== null && since > until;

export const isAsked = ({ person, action, since, until }: ActivityQuery) =>
  person !== "" || action !== null || since !== null || until !== null;
