import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { conversations, messages, texts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { segmentsOf } from "./segments";

type Sent = {
  accountId: string;
  numberId: string;
  /** Whose text it is; null: Lineup's own. */
  by: { authorId: string; authorName: string } | null;
  campaignId: string | null;
  priority: number;
};

type Addressed = { contactId: string; phone: string; text: string };

export type Written = { contactId: string; messageId: string };

/** Each text in its thread, which is nobody's and done until they answer, and on its way. The worker is not woken. */
export async function writeTexts(tx: WriteTx, sent: Sent, people: readonly Addressed[]): Promise<Written[]> {
  const { accountId, numberId, by, campaignId, priority } = sent;
  const written = people
    .map((person) => ({ ...person, messageId: v7() }))
    .sort((a, b) => (a.contactId < b.contactId ? -1 : 1));
  const threads = await tx
    .insert(conversations)
    .values(
      written.map(({ contactId, text }) => ({
        ...{ accountId, numberId, contactId, seq: 1 },
        preview: text.replace(/\s+/g, " ").slice(0, 200).toWellFormed(),
        closedAt: sql`now()`,
      })),
    )
    .onConflictDoUpdate({
      target: [conversations.numberId, conversations.contactId],
      set: {
        seq: sql`${conversations.seq} + 1`,
        preview: sql`excluded.preview`,
        lastMessageAt: sql`now()`,
      },
    })
    .returning({ id: conversations.id, contactId: conversations.contactId, seq: conversations.seq });
  const placed = written.flatMap((each) => {
    const thread = threads.find(({ contactId }) => contactId === each.contactId);
    return thread ? [{ ...each, thread }] : [];
  });
  await tx.insert(messages).values(
    placed.map(({ messageId, text, thread }) => ({
      ...{ id: messageId, accountId, conversationId: thread.id, numberId, seq: thread.seq, body: text },
      ...{ direction: "out" as const, state: "queued" as const, segments: segmentsOf(text).segments },
      ...by,
    })),
  );
  await tx.insert(texts).values(
    placed.map(({ messageId, phone, thread }) => ({
      ...{ messageId, accountId, conversationId: thread.id, numberId, toPhone: phone, seq: thread.seq },
      ...{ priority, campaignId },
    })),
  );
  return placed;
}
