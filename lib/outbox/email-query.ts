import { z } from "zod";
import { type Cursor, unpackCursor } from "../paging";
import { searchIn } from "../search";

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
  from: "first" | "last" | { after: Cursor } | { before: Cursor };
};

type Params = Record<string, string | string[] | undefined>;

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

const isState = (typed: string): typed is EmailStateFilter => Object.hasOwn(emailStates, typed);

export function emailQuery(params: Params): EmailQuery {
  const state = text(params.state);
  return {
    state: isState(state) ? state : null,
    to: searchIn(text(params.to)),
    from: beginning(text(params.after), text(params.before)),
  };
}

/** When the email was queued. */
const Key = z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/)]);

function beginning(after: string, before: string): EmailQuery["from"] {
  if (before === "last") return "last";
  const cursor = unpackCursor(after || before);
  if (!cursor || !Key.safeParse(cursor.key).success) return "first";
  return after ? { after: cursor } : { before: cursor };
}

export const EMAILS = "/admin/activity/emails";

type Change = { after?: string; before?: string };

/** The address of another page of the same. */
export function emailsAddress({ state, to }: EmailQuery, { after, before }: Change = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, to, after, before })) if (value) params.set(name, value);
  return params.size > 0 ? `${EMAILS}?${params}` : EMAILS;
}

export const isAsked = ({ state, to }: EmailQuery) => state !== null || to !== "";
