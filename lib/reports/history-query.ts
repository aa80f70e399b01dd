import { z } from "zod";
import { addressOf, type Beginning, beginningByTime, type Params, paramOf } from "../paging";
import { type Days, dayIn } from "../text/days";
import { searchIn } from "../text/search";
import { type TextState, textStateIn } from "./text-states";

/** What the message history shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type HistoryQuery = Days & {
  line: string | null;
  /** Part of the name of whoever wrote it. */
  person: string;
  direction: "in" | "out" | null;
  state: TextState | null;
  campaign: string | null;
  /** Part of the contact's name, or their number. */
  contact: string;
  from: Beginning;
};

const Direction = z.enum(["in", "out"]);

export const historyQuery = (params: Params): HistoryQuery => ({
  since: dayIn(paramOf(params, "from")),
  until: dayIn(paramOf(params, "to")),
  line: z.uuid().safeParse(paramOf(params, "line")).data ?? null,
  person: searchIn(paramOf(params, "person")),
  direction: Direction.safeParse(paramOf(params, "direction")).data ?? null,
  state: textStateIn(paramOf(params, "state")),
  campaign: z.uuid().safeParse(paramOf(params, "campaign")).data ?? null,
  contact: searchIn(paramOf(params, "contact")),
  from: beginningByTime(params),
});

export const HISTORY = "/reports/messages";

type Turn = { after?: string; before?: string };

/** The address of another page of the same; with another path, of the same as a file. */
export const historyAddress = (query: HistoryQuery, { after, before }: Turn = {}, path = HISTORY): string => {
  const { since, until, line, person, direction, state, campaign, contact } = query;
  return addressOf(path, { from: since, to: until, line, person, direction, state, campaign, contact, after, before });
};

export const isAsked = (query: HistoryQuery) => historyAddress(query) !== HISTORY;
