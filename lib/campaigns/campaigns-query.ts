import { addressOf, type Beginning, beginningByTime, type Params, paramOf } from "../paging";
import { searchIn } from "../text/search";

export const CAMPAIGNS = "/campaigns";

/** How a campaign stands, in the words of its pages. */
export const campaignStates = {
  draft: "Draft",
  scheduled: "Scheduled",
  sending: "Sending",
  paused: "Paused",
  finished: "Finished",
  stopped: "Stopped",
} as const;

export type CampaignState = keyof typeof campaignStates;

const isCampaignState = (state: string): state is CampaignState => Object.hasOwn(campaignStates, state);

/** What the list shows, newest first, as its address says it: by a part of the name, and how it stands. */
export type CampaignsQuery = { search: string; state: CampaignState | null; from: Beginning };

export function campaignsQuery(params: Params): CampaignsQuery {
  const state = paramOf(params, "state");
  return {
    search: searchIn(paramOf(params, "search")),
    state: isCampaignState(state) ? state : null,
    from: beginningByTime(params),
  };
}

/** As the filter offers them. */
export const stateOptions = Object.entries(campaignStates).map(([value, label]) => ({ value, label }));

type Change = Partial<Omit<CampaignsQuery, "from">> & { after?: string; before?: string };

export function campaignsAddress(query: CampaignsQuery, change: Change = {}): string {
  const { search, state, after, before } = { ...query, ...change };
  return addressOf(CAMPAIGNS, { search, state, after, before });
}
