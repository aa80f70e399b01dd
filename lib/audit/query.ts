import { z } from "zod";
import { type Cursor, unpackCursor } from "../paging";
import { searchIn } from "../search";
import { isAction } from "./actions";

/** What the activity page shows, as its address says it. Whatever makes no sense there is as if it weren't. */
export type ActivityQuery = {
  /** A name, or a member's id. */
  person: string;
  action: string | null;
  /** Days, "2026-10-12", both included. */
  since: string | null;
  until: string | null;
  from: "first" | "last" | { after: Cursor } | { before: Cursor };
};

type Params = Record<string, string | string[] | undefined>;

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

export function activityQuery(params: Params): ActivityQuery {
  const action = text(params.action);
  return {
    person: searchIn(text(params.person)),
    action: isAction(action) ? action : null,
    since: dayIn(text(params.from)),
    until: dayIn(text(params.to)),
    from: beginning(text(params.after), text(params.before)),
  };
}

/** Years that have four digits and that people mean. */
const Day = z.iso.date().regex(/^(19|20|21)/);

const dayIn = (typed: string) => Day.safeParse(typed).data ?? null;

/** The moment of a row and the batch it stands for, if any. */
const Key = z.tuple([z.iso.datetime({ precision: 3 }).regex(/^[12]/), z.union([z.uuid(), z.literal("")])]);

function beginning(after: string, before: string): ActivityQuery["from"] {
  if (before === "last") return "last";
  const cursor = unpackCursor(after || before);
  if (!cursor || !Key.safeParse(cursor.key).success) return "first";
  return after ? { after: cursor } : { before: cursor };
}

type Change = Partial<Omit<ActivityQuery, "from">> & { after?: string; before?: string };

/** The address with something changed; another choice begins at the newest. */
export function activityAddress(query: ActivityQuery, change: Change = {}, path = "/admin/activity"): string {
  const { person, action, since, until, after, before } = { ...query, ...change };
  const said = { person, action, from: since, to: until, after, before };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) params.set(name, value);
  return params.size > 0 ? `${path}?${params}` : path;
}

/** Nothing lies between them. */
export const endsBeforeItBegins = ({ since, until }: ActivityQuery) =>
  since !== null && until !== null && since > until;

export const isAsked = ({ person, action, since, until }: ActivityQuery) =>
  person !== "" || action !== null || since !== null || until !== null;
