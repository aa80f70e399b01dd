import { and, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, members } from "@/db/schema";
import { groupsWith } from "../access/can";
import { membersSeenBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { packCursor } from "../paging";
import { beyond, keyOf, neverLoggedIn, orderOf } from "./list-order";
import type { ListQuery } from "./list-query";
import { rowsOf } from "./list-rows";
import { matching } from "./search";
import type { Status } from "./status";

/** One line of the users list. Moments are ISO 8601; `email` is the state of the newest invitation's email. */
export type MemberRow = {
  id: string;
  name: string;
  email: string;
  username: string | null;
  roles: { role: string; group: string | null }[];
  products: string[];
  lines: number;
  status: Status;
  lastLoginAt: string | null;
  atHome: boolean;
  invitation: { expiresAt: string; expired: boolean } | null;
  askedAgain: boolean;
  mail: "queued" | "sent" | "failed" | null;
};

export type MemberPage = {
  rows: MemberRow[];
  totals: Record<Status, number>;
  /** The place of the first row in the whole list, from 1, where it is known. */
  place: number | null;
  /** Values for `before=` and `after=`. */
  previous: string | null;
  next: string | null;
};

type Found = { totals: Record<Status, number>; rows: (MemberRow & { key: string[] })[] };

/** A page of the people whom the viewer may see, and how many there are of each status: one statement. */
export async function listMembers(viewer: Viewer, query: ListQuery): Promise<MemberPage> {
  const [found] = await db.execute<Found>(pageStatement(viewer, query));
  if (!found) throw new Error("the viewer's account is gone");
  return turned(query, found);
}

/** Sent without a name, so that PostgreSQL plans it for these very values: a rare role is not a common one. */
export function pageStatement(viewer: Viewer, query: ListQuery): SQL {
  const { by, from } = query;
  const backwards = from === "last" || (typeof from === "object" && "before" in from);
  const neighbour = typeof from === "string" ? undefined : "after" in from ? from.after : from.before;
  const descending = query.descending !== backwards;
  const wanted = and(
    membersSeenBy(viewer),
    query.status ? eq(members.status, query.status) : undefined,
    query.role ? holding(query.role) : undefined,
    query.search ? matching(query.search) : undefined,
    // They are all at the far end of that order, and the planner does not know it.
    query.status === "Pending" && by === "last-login" ? neverLoggedIn : undefined,
    neighbour && beyond(by, neighbour, descending),
  );
  const page = sql`select ${members.id} as id, ${keyOf(by)} as key, row_number() over (order by ${orderOf(by, descending)}) as place
    from ${members} where ${wanted} order by ${orderOf(by, descending)} limit ${query.size + 1}`;
  return sql`select ${totals(viewer)} as totals, (${rowsOf(page)}) as rows from ${accounts} where ${eq(accounts.id, viewer.accountId)}`;
}

/** The copy on the member, which statistics are kept of: a rare role is found by its index, a common one on the way. */
const holding = (role: string) => sql`${members.roles} @> array[${role}]`;

/** Who sees the whole account reads its counters; anyone else's people are counted. */
const totals = (viewer: Viewer) =>
  groupsWith(viewer, "account.view").includes(viewer.rootGroupId)
    ? sql`json_build_object('Active', ${accounts.activeCount}, 'Pending', ${accounts.pendingCount}, 'Disabled', ${accounts.disabledCount})`
    : sql`(select json_build_object('Active', count(*) filter (where status = 'Active'), 'Pending', count(*) filter
        (where status = 'Pending'), 'Disabled', count(*) filter (where status = 'Disabled')) from ${members} where ${membersSeenBy(viewer)})`;

/** One row more than a page was asked for: it only tells that there are more. */
function turned({ from, size, search, role, status }: ListQuery, { totals, rows: found }: Found): MemberPage {
  const backwards = from === "last" || (typeof from === "object" && "before" in from);
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const whole = status ? totals[status] : totals.Active + totals.Pending + totals.Disabled;
  const all = search || role ? null : whole;
  const place = placeOf(from, rows.length, all);
  const end = place === null ? null : place + rows.length - 1;
  return {
    rows,
    totals,
    place,
    previous: first && (backwards ? more : from !== "first") ? packCursor({ ...first, place }) : null,
    next: last && (backwards ? from !== "last" : more) ? packCursor({ ...last, place: end }) : null,
  };
}

function placeOf(from: ListQuery["from"], shown: number, all: number | null): number | null {
  if (from === "first") return 1;
  if (from === "last") return all === null ? null : Math.max(1, all - shown + 1);
  if ("after" in from) return from.after.place === null ? null : from.after.place + 1;
  return from.before.place === null ? null : Math.max(1, from.before.place - shown);
}
