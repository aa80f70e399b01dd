import { and, desc, eq, gt, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { conversations, messages, optOuts } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import type { Change } from "../change";
import { isErased, shownName } from "../contacts/shown-name";
import { Refused } from "../errors";
import { toQueue } from "../messages/queue-text";
import { segmentsOf } from "../messages/segments";

type To = { id: string; accountId: string; numberId: string; phone: string; name: string };
type Text = { seq: number; body: string; sendAt?: Date | null };

/** Who was erased has a mark for a number, which stands among those who stopped. */
export const optedOutWords = (contact: { name: string; phone: string }) =>
  isErased(contact) ? "This contact was erased: they get no texts." : `${shownName(contact)} has opted out of texts.`;

/** Who has opted out is told nothing. The hand-over to the carrier asks once more. */
export async function refuseOptedOut(c: Change, to: To, field: string) {
  if (await hasOptedOut(c, to)) throw optedOut(to, field);
}

export const optedOut = (to: To, field: string) => new Refused(optedOutWords(to), { field });

export async function hasOptedOut(c: Change, { accountId, phone }: Pick<To, "accountId" | "phone">): Promise<boolean> {
  const theirs = and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone));
  return (await c.tx.select({ phone: optOuts.phone }).from(optOuts).where(theirs)).length > 0;
}

/** The same words by the same hand within ten seconds are one text: a form from two tabs, a key that was held down. */
export async function saidJustNow(c: Change, viewer: Viewer, { id, body }: { id: string; body: string }) {
  const [said] = await c.tx
    .select({ body: messages.body })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, id),
        eq(messages.direction, "out"),
        eq(messages.authorId, viewer.memberId),
        gt(messages.at, sql`now() - interval '10 seconds'`),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return said?.body === body;
}

/** The text and its way, at a place in the thread that was counted on already. */
export async function sendText(c: Change, viewer: Viewer, to: To, { seq, body, sendAt = null }: Text) {
  const messageId = v7();
  const { id: conversationId, accountId, numberId, phone: toPhone } = to;
  const { segments } = segmentsOf(body);
  const by = { authorId: viewer.memberId, authorName: fullName(viewer) };
  const thread = { accountId, conversationId, numberId, seq };
  const queued = { id: messageId, direction: "out", state: "queued", segments, body } as const;
  await Promise.all([
    c.tx.insert(messages).values({ ...thread, ...queued, ...by }),
    ...toQueue(c.tx, { messageId, ...thread, toPhone, sendAt, ...(sendAt && { nextAt: sendAt }) }),
  ]);
  c.saidInThread();
  return messageId;
}

/** What the list shows of a text. */
const previewOf = (body: string) => body.replace(/\s+/g, " ").slice(0, 200).toWellFormed();

/** A text of ours is the newest answer, opens what was done, and belongs to whoever has the conversation, or wrote it. */
export const answeredBy = (viewer: Viewer, body: string) => ({
  seq: sql`${conversations.seq} + 1`,
  outSeq: sql`${conversations.seq} + 1`,
  claimedBy: sql`coalesce(${conversations.claimedBy}, ${viewer.memberId})`,
  claimedAt: sql`case when ${conversations.claimedBy} is null then now() else ${conversations.claimedAt} end`,
  closedAt: null,
  preview: previewOf(body),
  lastMessageAt: sql`now()`,
});
