import { addressOf, type Beginning, beginningByTime, type Params, paramOf } from "../../paging";
import { searchIn } from "../../text/search";

/** What the log can be narrowed to, as its address and its filter name it. */
export const emailStates = {
  waiting: "Waiting",
  undelivered: "Not delivered",
  undecided: "Needs a decision",
} as const;
export type EmailStateFilter = keyof typeof emailStates;

/** What the email log shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type EmailQuery = {
  state: EmailStateFilter | null;
  /** Part of a name or address of somebody here; or the whole address of anybody. */
  to: string;
  from: Beginning;
};

const isState = (typed: string): typed is EmailStateFilter => Object.hasOwn(emailStates, typed);

export function emailQuery(params: Params): EmailQuery {
  const state = paramOf(params, "state");
  return {
    state: isState(state) ? state : null,
    to: searchIn(paramOf(params, "to")),
    from: beginningByTime(params),
  };
}

export const EMAILS = "/admin/activity/emails";

type Change = { after?: string; before?: string };

/** The address of another page of the same. */
export const emailsAddress = ({ state, to }: EmailQuery, { after, before }: Change = {}): string =>
  addressOf(EMAILS, { state, to, after, before });

export const isAsked = ({ state, to }: EmailQuery) => state !== null || to !== "";
