import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { literal } from "@/db/naming";
import { accounts, links, members, numbers } from "@/db/schema";
import { can, holdsEverywhere } from "../access/can";
import { membersWithin, numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { hasAnotherAdmin } from "../members/access/keep-an-admin";
import { endsBy } from "../members/list/filter";
import { withoutAnyone } from "../numbers/list";
import { bouncedWithin } from "./figures";

/** Counted no further: one more means "100+". */
export const MOST_TOLD = 100;

/** What an Admin should not learn too late; of what isn't theirs to mend there is none. */
export type Notices = { expiresToday: number; bounced: number; lines: number; isOnlyAdmin: boolean };

/** In one statement, each by an index and none counted beyond a hundred: a list of people asks it as well. */
export async function getNotices(viewer: Viewer): Promise<Notices | null> {
  if (!can(viewer, "users.manage")) return null;
  const [notices] = await byIndex.execute<Notices>(noticesStatement(viewer));
  return notices ?? null;
}

export const noticesStatement = (viewer: Viewer): SQL => sql`select ${expiring(viewer)} as "expiresToday",
    ${upToMost(bouncedWithin(viewer, "users.manage"))} as bounced, ${emptyLines(viewer)} as lines,
    ${isOnlyAdmin(viewer)} as "isOnlyAdmin"
  from ${accounts} where ${eq(accounts.id, viewer.accountId)}`;

const upToMost = (rows: SQL) => sql`(select count(*)::int from (${rows} limit ${literal(MOST_TOLD + 1)}) found)`;

const expiring = (viewer: Viewer) =>
  upToMost(sql`select from ${links} join ${members} on ${members.id} = ${links.memberId}
    where ${links.accountId} = ${viewer.accountId} and ${links.purpose} = 'invitation' and ${links.usedAt} is null
      and ${links.revokedAt} is null and ${endsBy(sql`${links.expiresAt}`, viewer.timeZone)["Expires today"]}
      and ${members.status} = 'Pending' and ${membersWithin(viewer, "users.manage")}`);

const emptyLines = (viewer: Viewer) =>
  upToMost(sql`select from ${numbers}
    where ${and(numbersWithin(viewer, "numbers.manage"), isNull(numbers.disabledAt), withoutAnyone)}`);

/** For who looks after the whole company: nobody else there could let them in again. */
const isOnlyAdmin = (viewer: Viewer) =>
  holdsEverywhere(viewer, "users.manage") ? sql`not ${hasAnotherAdmin(viewer)}` : sql`false`;
