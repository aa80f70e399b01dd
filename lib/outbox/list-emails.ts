import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { deliveries, members, outbox, users } from "@/db/schema";
import { membersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { asciiAddress } from "../address";
import type { MailState } from "../invitations/mail-state";
import { knownPerson } from "../members/known";
import { matching } from "../members/search";
import { type Cursor, packCursor } from "../paging";
import type { EmailQuery, EmailStateFilter } from "./email-query";
import { type EmailRow, rowOf } from "./email-row";
import { amongThose, type Emails, emailsSeenBy } from "./email-scope";

export type EmailPage = {
  rows: EmailRow[];
  /** Values for `before=` and `after=`. */
  previous: string | null;
  next: string | null;
};

const SIZE = 50;

/** A page of the email log, newest first. What an email says, its link above all, is never asked for. */
export async function listEmails(viewer: Viewer, query: EmailQuery): Promise<EmailPage> {
  const { from } = query;
  const backwards = from === "last" || (typeof from === "object" && "before" in from);
  const found = await emailsStatement(viewer, { ...(await asked(viewer, query)), from: neighbour(from), backwards });
  const more = found.length > SIZE;
  const rows = found.slice(0, SIZE).map((email) => rowOf(viewer, email));
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (backwards ? more : from !== "first") ? cursorAt(first) : null,
    next: last && (backwards ? from !== "last" : more) ? cursorAt(last) : null,
  };
}

const cursorAt = ({ at, id }: EmailRow) => packCursor({ key: [at.toISOString()], id, place: null });

const neighbour = (from: EmailQuery["from"]) =>
  typeof from === "string" ? null : "after" in from ? from.after : from.before;

/** Written out, not as parameters: each is the very condition of a partial index. */
const CONDITIONS: Record<EmailStateFilter, SQL> = {
  waiting: sql`${outbox.state} = 'queued'`,
  undelivered: sql`(${outbox.state} = 'failed' or ${outbox.lost} is not null)`,
  undecided: sql`${outbox.state} = 'failed' and ${outbox.decidedAt} is null`,
};

/** Everything that the viewer may see and the query asks for. */
export async function asked(viewer: Viewer, { state, to }: EmailQuery): Promise<Emails> {
  // Also an address that nobody here has any more: of someone deleted, or from before it was corrected.
  const toAddress = sql`lower(${outbox.to}) = lower(${asciiAddress(to) ?? to})`;
  const seen = await emailsSeenBy(viewer);
  const named = to ? await amongThose(viewer, matching(to, viewer), toAddress) : undefined;
  return {
    where: and(seen.where, named?.where, state ? CONDITIONS[state] : undefined),
    few: seen.few || (named?.few ?? false),
  };
}

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
      isManaged: sql<boolean>`coalesce((${membersManagedBy(viewer)}), false)`,
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
