import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { campaignRecipients, campaigns, contacts } from "@/db/schema";
import { campaignsWithin, contactsSeenAmong } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { reasonIn } from "../../carrier/reason";
import { cellOf, isoOf, lastOf, linesOf, phoneCell, takeLines, wordsOf } from "../../text/csv-line";

/** Planning is a third of what a thousand of them take. */
const AT_ONCE = 5000;

export const recipientsHeader = ["Phone", "Name", "State", "Reason", "Sent At"];

const STATES: Readonly<Record<(typeof campaignRecipients.$inferSelect)["state"], string>> = {
  waiting: "Waiting",
  queued: "Waiting",
  sent: "Sent",
  delivered: "Delivered",
  failed: "Failed",
  left: "Not sent",
};

/**
 * Whom a campaign went to as lines of a file, some thousands at a time, by their contacts. Of somebody whom it has not written to
 * and the reader does not see there is the line alone, without number and name.
 */
export async function* exportRecipients(viewer: Viewer, id: string): AsyncGenerator<string> {
  for (let after: string | null = null; ; ) {
    const page: Lines | undefined = await linesAfter(viewer, id, after);
    if (!page?.last) return;
    yield takeLines(page);
    if (page.rows < AT_ONCE) return;
    after = page.last;
  }
}

type Lines = { lines: string; rows: number; last: string | null };

async function linesAfter(viewer: Viewer, id: string, after: string | null): Promise<Lines | undefined> {
  const page = db
    .select({
      contactId: campaignRecipients.contactId,
      isSeen:
        sql<boolean>`${campaignRecipients.messageId} is not null or coalesce((${contactsSeenAmong(viewer)}), false)`.as(
          "is_seen",
        ),
      phone: campaignRecipients.phone,
      name: sql<string>`coalesce(nullif(${contacts.name}, ${campaignRecipients.phone}), '')`.as("name"),
      state: campaignRecipients.state,
      reason: sql<string>`case when ${campaignRecipients.state} = 'failed'
        then ${reasonIn(campaignRecipients.errorCode)} else '' end`.as("reason"),
      sentAt: campaignRecipients.sentAt,
    })
    .from(campaignRecipients)
    .innerJoin(campaigns, eq(campaigns.id, campaignRecipients.campaignId))
    .leftJoin(contacts, eq(contacts.id, campaignRecipients.contactId))
    .where(
      and(
        campaignsWithin(viewer),
        eq(campaignRecipients.campaignId, id),
        after ? sql`${campaignRecipients.contactId} > ${after}` : undefined,
      ),
    )
    .orderBy(asc(campaignRecipients.contactId))
    .limit(AT_ONCE)
    .as("page");
  const { isSeen, phone, name, state, reason, sentAt } = page;
  const ifSeen = (cell: SQL) => sql`case when ${isSeen} then ${cell} else '' end`;
  const cells = [
    ifSeen(phoneCell(phone)),
    ifSeen(cellOf(name)),
    wordsOf(state, STATES),
    cellOf(reason),
    sql`coalesce(${isoOf(sentAt)}, '')`,
  ];
  const asked = db
    .select({
      lines: linesOf(cells).as("lines"),
      rows: sql<number>`count(*)::int`.as("rows"),
      last: lastOf<string>(page.contactId).as("last"),
    })
    .from(page);
  const [found] = await db.execute<Lines>(asked.getSQL());
  return found;
}
