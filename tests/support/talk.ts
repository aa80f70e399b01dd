import { randomInt } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "@/db";
import { contacts, conversations, lineAccess, messages, numbers, optOuts, texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Person } from "./cast";

type Talk = {
  line: { id: string };
  /** Otherwise nobody has it. They get the line, if they lack it. */
  claimedBy?: Person;
  phone?: string;
  name?: string;
  closed?: true;
  /** What was said so far, oldest first; what begins with > is ours, by `author`. */
  lines?: string[];
  author?: Person;
};

/** A conversation that is there already, and whom it is with. */
export async function makeTalk({ line, claimedBy, name = "Marisol Vega", lines = ["Hello"], ...rest }: Talk) {
  const [number] = await db.select().from(numbers).where(eq(numbers.id, line.id));
  if (!number) throw new Error("there is no such line");
  const { accountId, id: numberId } = number;
  const phone = rest.phone ?? `+1${randomInt(201, 989)}${randomInt(2_000_000, 9_999_999)}`;
  const [firstName = "", ...lastNames] = name.split(" ");
  const [contactId, id] = [v7(), v7()];
  const isOurs = lines.map((text) => text.startsWith("> "));
  const now = Date.now();
  await writeDb.transaction(async (tx) => {
    await tx.insert(contacts).values({ id: contactId, accountId, firstName, lastName: lastNames.join(" "), phone });
    if (claimedBy)
      await tx.insert(lineAccess).values({ accountId, memberId: claimedBy.memberId, numberId }).onConflictDoNothing();
    await tx.insert(conversations).values({
      ...{ id, accountId, numberId, contactId, seq: lines.length, lastMessageAt: new Date(now) },
      inSeq: isOurs.lastIndexOf(false) + 1,
      outSeq: isOurs.lastIndexOf(true) + 1,
      preview: lines.at(-1)?.replace(/^> /, ""),
      claimedBy: claimedBy?.memberId,
      claimedAt: claimedBy && new Date(now),
      closedAt: rest.closed && new Date(now),
    });
    if (lines.length > 0)
      await tx.insert(messages).values(
        lines.map((text, at) => ({
          ...{ accountId, conversationId: id, numberId, seq: at + 1, body: text.replace(/^> /, "") },
          at: new Date(now - (lines.length - 1 - at) * 60_000),
          ...(isOurs[at]
            ? {
                direction: "out" as const,
                state: "delivered" as const,
                authorId: rest.author?.memberId,
                authorName: rest.author?.name,
              }
            : { direction: "in" as const }),
        })),
      );
  });
  return { id, contactId, phone, name, numberId, accountId };
}

/** Ordinary words of theirs have stopped texts, and nobody has looked yet. */
export const stopByWords = ({ accountId, phone }: Talked) =>
  writeDb.insert(optOuts).values({ accountId, phone, how: "words", reviewBy: new Date(Date.now() + 14 * 86_400_000) });

/** A text of ours in it, of which nobody can tell whether it arrived; or one that waits for its time. */
export async function parkText({ id: conversationId, ...talk }: Talked, body = "Is it there?", sendAt?: Date) {
  const { accountId, numberId, phone: toPhone } = talk;
  const messageId = v7();
  await writeDb.transaction(async (tx) => {
    const [place] = await tx
      .update(conversations)
      .set({ seq: sql`${conversations.seq} + 1`, outSeq: sql`${conversations.seq} + 1` })
      .where(eq(conversations.id, conversationId))
      .returning({ seq: conversations.seq });
    const thread = { accountId, conversationId, numberId, seq: place?.seq ?? 0 };
    await tx.insert(messages).values({ ...thread, id: messageId, direction: "out", state: "queued", body });
    if (sendAt) {
      await tx.insert(texts).values({ ...thread, messageId, toPhone, sendAt, nextAt: sendAt });
      return;
    }
    const since = new Date(Date.now() - 2 * 3_600_000);
    await tx
      .insert(texts)
      .values({ ...thread, messageId, toPhone, parkedAt: new Date(), unknownSince: since, attempts: 3 });
  });
  return messageId;
}

export type Talked = Awaited<ReturnType<typeof makeTalk>>;

/** The conversation as the database has it now. */
export async function conversationOf({ id }: { id: string }) {
  const [row] = await db.select().from(conversations).where(eq(conversations.id, id));
  if (!row) throw new Error("the conversation is gone");
  return row;
}

/** All that is in it, in order. */
export const messagesOf = ({ id }: { id: string }) =>
  db.select().from(messages).where(eq(messages.conversationId, id)).orderBy(messages.seq);
