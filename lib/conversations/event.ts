import { eq, sql } from "drizzle-orm";
import { conversations, messages } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import type { Change } from "../change";

type In = { id: string; accountId: string; numberId: string };

/** The next place in a thread, whose row the change holds. */
export async function nextSeq(c: Change, { id }: { id: string }): Promise<number> {
  const { seq } = await c.one(
    c.tx
      .update(conversations)
      .set({ seq: sql`${conversations.seq} + 1` })
      .where(eq(conversations.id, id))
      .returning({ seq: conversations.seq }),
  );
  return seq;
}

/** A quiet line in the thread: nothing becomes unread, and the list keeps its order. */
export async function addEvent(c: Change, viewer: Viewer, { id, accountId, numberId }: In, body: string) {
  const seq = await nextSeq(c, { id });
  const by = { authorId: viewer.memberId, authorName: fullName(viewer) };
  await c.tx.insert(messages).values({ accountId, conversationId: id, numberId, seq, kind: "event", body, ...by });
}
