import { env } from "../env";
import { addressOf, type Beginning, beginningByTime, type Params, paramOf } from "../paging";
import { searchIn } from "../text/search";

export const SUBSCRIPTIONS = "/subscriptions";

export const linkStates = ["Open", "Closed"] as const;
export type LinkState = (typeof linkStates)[number];

/** What the list shows, newest first, as its address says it: by words of the group, the line or the wording, and whether it is open. */
export type SubscriptionsQuery = { search: string; state: LinkState | null; from: Beginning };

export const subscriptionsQuery = (params: Params): SubscriptionsQuery => ({
  search: searchIn(paramOf(params, "search")),
  state: linkStates.find((known) => known === paramOf(params, "state")) ?? null,
  from: beginningByTime(params),
});

type Change = Partial<Omit<SubscriptionsQuery, "from">> & { after?: string; before?: string };

export function subscriptionsAddress(query: SubscriptionsQuery, change: Change = {}): string {
  const { search, state, after, before } = { ...query, ...change };
  return addressOf(SUBSCRIPTIONS, { search, state, after, before });
}

/** What is printed, and sent round. */
export const joinAddress = (token: string) => `${env().appUrl}/s/${token}`;
