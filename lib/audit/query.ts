import { z } from "zod";
import { addressOf, type Beginning, beginningOf, type Params, paramOf } from "../paging";
import { type Days, dayIn } from "../text/days";
import { searchIn } from "../text/search";
import { isAction } from "./actions";

/** What the activity page shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type ActivityQuery = Days & {
  /** A name, or a member's id. */
  person: string;
  action: string | null;
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

/** The moment of a row and the batch it stands for, if any. */
const Key = z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/), z.union([z.uuid(), z.literal("")])]);

type Change = Partial<Omit<ActivityQuery, "from">> & { after?: string; before?: string };

/** The address with something changed; another choice begins at the newest. */
export function activityAddress(query: ActivityQuery, change: Change = {}, path = "/admin/activity"): string {
  const { person, action, since, until, after, before } = { ...query, ...change };
  return addressOf(path, { person, action, from: since, to: until, after, before });
}

export const isAsked = ({ person, action, since, until }: ActivityQuery) =>
  person !== "" || action !== null || since !== null || until !== null;
