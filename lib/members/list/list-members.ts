import { eq, type SQL, sql } from "drizzle-orm";
import { byIndex, db } from "@/db";
import { accounts, members } from "@/db/schema";
import { groupsWith, holdsEverywhere } from "../../access/can";
import type { Product, Role } from "../../access/permissions";
import { membersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { InvitationMail } from "../../invitations/mail-state";
import { type Page, turnedTo } from "../../paging";
import type { Status } from "../status";
import { isFiltered, isStatus, type ListQuery } from "./list-query";
import { pageOf } from "./page";
import { rowsOf } from "./rows";

/** One line of the users list. Moments are ISO 8601; `email` is the state of the newest invitation's email. */
export type MemberRow = {
  id: string;
  name: string;
  email: string;
  username: string | null;
  roles: { role: Role; group: string | null }[];
  products: Product[];
  lines: number;
  status: Status;
  lastLoginAt: string | null;
  atHome: boolean;
  invitation: { expiresAt: string; expired: boolean } | null;
  askedAgain: boolean;
  /** An Admin has entered the address, and no link sent there has been used yet. */
  isUnchecked: boolean;
  mail: InvitationMail;
};

/** How many there are of each status; null when there are more than are counted for a page. */
export type Totals = Record<Status, number> | null;

/** `place`: of the first row in the whole list, from 1, where it is known. */
export type MemberPage = Page<MemberRow> & { totals: Totals; place: number | null };

type Found = { totals: Totals; rows: (MemberRow & { key: string[] })[] };

/** A page of the people whom the viewer may see, and how many there are of each status: one statement. */
export async function listMembers(viewer: Viewer, query: ListQuery): Promise<MemberPage> {
  const reader = goesByIndex(viewer, query) ? byIndex : db;
  const [found] = await reader.execute<Found>(pageStatement(viewer, query));
  if (!found) throw new Error("the viewer's account is gone");
  return turned(query, found);
}

/** The whole company in the order of an index; a status has one of its own by name alone, and may be a rare one. */
const goesByIndex = (viewer: Viewer, query: ListQuery) =>
  holdsEverywhere(viewer, "account.view") && !isNarrowed(query) && (query.status === null || query.by === "name");

export const pageStatement = (viewer: Viewer, query: ListQuery): SQL =>
  sql`select ${totals(viewer)} as totals, (${rowsOf(pageOf(viewer, query, query.size + 1))}) as rows
    from ${accounts} where ${eq(accounts.id, viewer.accountId)}`;

/** Counting more than these would cost more than the page itself. */
export const MOST_COUNTED = 1000;

/** Who sees the whole account reads its counters; anyone else's people are counted, up to a thousand. */
const totals = (viewer: Viewer) =>
  groupsWith(viewer, "account.view").includes(viewer.rootGroupId)
    ? sql`json_build_object('Active', ${accounts.activeCount}, 'Pending', ${accounts.pendingCount}, 'Disabled', ${accounts.disabledCount})`
    : sql`(select case when count(*) <= ${MOST_COUNTED} then json_build_object('Active', count(*) filter (where status = 'Active'),
        'Pending', count(*) filter (where status = 'Pending'), 'Disabled', count(*) filter (where status = 'Disabled')) end
        from (select ${members.status} from ${members} where ${membersWithin(viewer, "account.view")} limit ${MOST_COUNTED + 1}) theirs)`;

function turned(query: ListQuery, { totals, rows: found }: Found): MemberPage {
  const { from, size } = query;
  const place = placeOf(from, Math.min(found.length, size), wholeOf(query, totals));
  const cursorOf = ({ key, id }: Found["rows"][number], at: number) => ({ key, id, place: place && place + at });
  return { ...turnedTo(found, { from, size, cursorOf }), totals, place };
}

/** How many the whole list has, where that is known: of what is found by searching only its page is. */
export function wholeOf(query: ListQuery, totals: Totals): number | null {
  if (totals === null || isNarrowed(query)) return null;
  const { status } = query;
  return status && isStatus(status) ? totals[status] : totals.Active + totals.Pending + totals.Disabled;
}

/** By more than a status that somebody has. */
const isNarrowed = (query: ListQuery) =>
  (query.status !== null && !isStatus(query.status)) || isFiltered({ ...query, status: null });

function placeOf(from: ListQuery["from"], shown: number, all: number | null): number | null {
  if (from === "first") return 1;
  if (from === "last") return all === null ? null : Math.max(1, all - shown + 1);
  if ("after" in from) return from.after.place === null ? null : from.after.place + 1;
  return from.before.place === null ? null : Math.max(1, from.before.place - shown);
}
