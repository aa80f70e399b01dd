import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { literal } from "@/db/naming";
import { accounts, links, members, numbers, outbox, roleAssignments } from "@/db/schema";
import { holdsEverywhere } from "../access/can";
import { type Permission, rolesWith } from "../access/permissions";
import { membersWithin, numbersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { isInvitationLost } from "../invitations/newest-mail";
import { endsBy } from "../members/list/filter";
import { type Status, statuses } from "../members/status";
import { withoutAnyone } from "../numbers/list";

/** Counted no further: one more means "1,000+". */
export const MOST_COUNTED = 1000;

/** Of more lost emails than these, the newest are looked at. */
const MOST_LOOKED_AT = 2000;

/** How many people there are of each kind, by the names that the users list filters by, and how many lines nobody has. */
export type Figures = Record<Status | "Waiting" | "Expires today" | "Expired" | "Bounced" | "admins" | "lines", number>;

/** What the viewer sees of it, in one statement; each figure by an index, and none counted beyond a thousand. */
export async function getFigures(viewer: Viewer): Promise<Figures> {
  const [figures] = await byIndex.execute<Figures>(figuresStatement(viewer));
  if (!figures) throw new Error("the viewer's account is gone");
  return figures;
}

export function figuresStatement(viewer: Viewer): SQL {
  const ends = endsBy(sql`${links.expiresAt}`, viewer.timeZone);
  return sql`select ${statusCounts(viewer)}, ${invited(viewer, ends.Waiting)} as "Waiting",
      ${invited(viewer, ends["Expires today"])} as "Expires today", ${invited(viewer, ends.Expired)} as "Expired",
      ${upToMost(bouncedWithin(viewer, "account.view"))} as "Bounced", ${activeAdmins(viewer)} as admins, ${emptyLines(viewer)} as lines
    from ${accounts} where ${eq(accounts.id, viewer.accountId)}`;
}

const seen = (viewer: Viewer) => membersWithin(viewer, "account.view");

const upToMost = (rows: SQL) => sql`(select count(*)::int from (${rows} limit ${literal(MOST_COUNTED + 1)}) found)`;

/** Who sees the whole account reads its counters. */
function statusCounts(viewer: Viewer): SQL {
  if (holdsEverywhere(viewer, "account.view"))
    return sql`${accounts.activeCount} as "Active", ${accounts.pendingCount} as "Pending", ${accounts.disabledCount} as "Disabled"`;
  const counts = statuses.map((status) => {
    const theirs = sql`select from ${members} where ${and(seen(viewer), eq(members.status, status))}`;
    return sql`${upToMost(theirs)} as ${sql.identifier(status)}`;
  });
  return sql.join(counts, sql`, `);
}

/** By the account's live invitations in the order of their ends. */
const invited = (viewer: Viewer, ends: SQL) =>
  upToMost(sql`select from ${links} join ${members} on ${members.id} = ${links.memberId}
    where ${links.accountId} = ${viewer.accountId} and ${links.purpose} = 'invitation' and ${links.usedAt} is null
      and ${links.revokedAt} is null and ${ends} and ${members.status} = 'Pending' and ${seen(viewer)}`);

/** Who is invited and has been reached by no email, by those emails, which have an index of their own. */
export const bouncedWithin = (viewer: Viewer, permission: Permission): SQL =>
  sql`select distinct ${members.id} from (
      select ${outbox.memberId} as member_id from ${outbox} where ${outbox.accountId} = ${viewer.accountId}
        and (${outbox.state} = 'failed' or ${outbox.lost} is not null)
      order by ${outbox.createdAt} desc limit ${literal(MOST_LOOKED_AT)}) lost
    join ${members} on ${members.id} = lost.member_id
    where ${members.status} = 'Pending' and ${membersWithin(viewer, permission)} and ${isInvitationLost(members.id)}`;

/** Active people with a role that makes an Admin, somewhere in what the viewer sees. */
const activeAdmins = (viewer: Viewer) =>
  upToMost(sql`select distinct ${members.id} from ${roleAssignments} join ${members} on ${members.id} = ${roleAssignments.memberId}
    where ${and(eq(roleAssignments.accountId, viewer.accountId), inArray(roleAssignments.role, [...rolesWith("users.manage")]))}
      and ${members.status} = 'Active' and ${seen(viewer)}`);

/** Numbers in service that nobody may text from. */
const emptyLines = (viewer: Viewer) =>
  upToMost(sql`select from ${numbers}
    where ${and(numbersWithin(viewer, "account.view"), isNull(numbers.disabledAt), withoutAnyone)}`);
