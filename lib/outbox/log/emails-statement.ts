import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { deliveries, members, outbox, users } from "@/db/schema";
import { membersWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { MailState } from "../../invitations/mail-state";
import { knownPerson } from "../../members/guest-privacy";
import type { Cursor } from "../../paging";
import type { Emails } from "./email-scope";

export const SIZE = 50;

type Way = Emails & { from: Cursor | null; backwards: boolean };

/** The emails of a page by an index, one more than it holds, and only for these whom they went to and how they fared. */
export function emailsStatement(viewer: Viewer, { where, few, from, backwards }: Way) {
  const order = backwards ? asc : desc;
  // Which no index is sorted by, so that the planner doesn't hope to meet the few soon among everybody's.
  const byTime = few ? sql`${outbox.createdAt} + interval '0'` : outbox.createdAt;
  const page = db
    .select({
      id: outbox.id,
      at: outbox.createdAt,
      memberId: outbox.memberId,
      template: outbox.template,
      to: outbox.to,
      state: outbox.state,
      lost: outbox.lost,
      error: outbox.error,
      nextAt: outbox.nextAt,
      decidedAt: outbox.decidedAt,
      providerId: outbox.providerId,
    })
    .from(outbox)
    .where(and(where, from ? beyond(from, backwards) : undefined))
    .orderBy(order(byTime), order(outbox.id))
    .limit(SIZE + 1)
    .as("page");
  const state = sql<MailState>`coalesce(${deliveries.state}::text, ${page.lost}::text, ${page.state}::text)`;
  return db
    .select({
      id: page.id,
      at: page.at,
      template: page.template,
      to: page.to,
      queue: page.state,
      state,
      reason: sql<string | null>`coalesce(${deliveries.reason}, ${page.error})`,
      nextAt: page.nextAt,
      decidedAt: page.decidedAt,
      personId: members.id,
      status: members.status,
      ...knownPerson,
      atHome: sql<boolean | null>`${users.homeAccountId} = ${members.accountId}`,
      isManaged: sql<boolean>`coalesce((${membersWithin(viewer, "users.manage")}), false)`,
    })
    .from(page)
    .leftJoin(deliveries, eq(deliveries.providerId, page.providerId))
    .leftJoin(members, and(eq(members.id, page.memberId), eq(members.accountId, viewer.accountId)))
    .leftJoin(users, eq(users.id, members.userId))
    .orderBy(order(page.at), order(page.id));
}

export type FoundEmail = Awaited<ReturnType<typeof emailsStatement>>[number];

function beyond({ key: [at = ""], id }: Cursor, backwards: boolean): SQL {
  const place = sql`(${outbox.createdAt}, ${outbox.id})`;
  return sql`${place} ${backwards ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`;
}
