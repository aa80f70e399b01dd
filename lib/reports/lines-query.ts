import { z } from "zod";
import { addressOf, type Params, paramOf } from "../paging";
import { type Days, dayAfter, dayIn, dayNow } from "../text/days";
import { searchIn } from "../text/search";

/** What "Lines and people" shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type LinesQuery = Days & {
  line: string | null;
  /** Part of the name of whoever wrote. */
  person: string;
};

export const linesQuery = (params: Params): LinesQuery => ({
  since: dayIn(paramOf(params, "from")),
  until: dayIn(paramOf(params, "to")),
  line: z.uuid().safeParse(paramOf(params, "line")).data ?? null,
  person: searchIn(paramOf(params, "person")),
});

export const LINES = "/reports/lines";

export const linesAddress = ({ since, until, line, person }: LinesQuery, path = LINES): string =>
  addressOf(path, { from: since, to: until, line, person });

export type Period = { since: string; until: string };

/** Where the address says nothing else, today is the last one of thirty. */
const DAYS = 30;

/** The days that it is about, by the clocks of a zone. */
export function periodOf({ since, until }: Days, zone: string, now = new Date()): Period {
  const last = until ?? dayNow(zone, now);
  return { since: since ?? dayAfter(last, 1 - DAYS), until: last };
}
