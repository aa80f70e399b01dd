import { v7 } from "uuid";
import type { conversations, messages } from "@/db/schema";
import { segmentsOf } from "@/lib/messages/segments";

export type Author = { memberId: string; name: string };

/** A text between a contact and a line; `by` null: the contact's. */
export type Said = {
  id: string;
  contactId: string;
  numberId: string;
  at: Date;
  body: string;
  by: Author | null;
  /** A campaign's answers nobody. */
  isCampaign?: boolean;
  /** The carrier's, of what did not arrive. */
  code?: number;
};

/** What was said, thread by thread and in its order; all of it is done. */
export function threadRows(accountId: string, said: readonly Said[]) {
  const threads = new Map<string, Said[]>();
  for (const text of said) {
    const thread = `${text.numberId} ${text.contactId}`;
    threads.set(thread, [...(threads.get(thread) ?? []), text]);
  }
  const rows = [...threads.values()].map((texts) =>
    threadOf(
      accountId,
      texts.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    ),
  );
  return { conversations: rows.map((row) => row.conversation), messages: rows.flatMap((row) => row.messages) };
}

function threadOf(accountId: string, texts: readonly Said[]) {
  const [first, last] = [texts[0], texts.at(-1)];
  if (!first || !last) throw new Error("A thread has a text");
  const { numberId, contactId } = first;
  const newest = (which: (text: Said) => boolean) => texts.findLastIndex(which) + 1;
  const conversation: typeof conversations.$inferInsert & { id: string } = {
    ...{ id: v7(), accountId, numberId, contactId, seq: texts.length, preview: last.body.slice(0, 200) },
    inSeq: newest(({ by }) => by === null),
    outSeq: newest(({ by, isCampaign }) => by !== null && !isCampaign),
    ...{ createdAt: first.at, lastMessageAt: last.at, closedAt: last.at },
  };
  return {
    conversation,
    messages: texts.map(({ id, body, at, by, code }, place): typeof messages.$inferInsert => ({
      ...{ id, accountId, conversationId: conversation.id, numberId, seq: place + 1, body, at },
      ...(by ? { ...sentBy(by, code), segments: segmentsOf(body).segments } : { direction: "in" }),
    })),
  };
}

const sentBy = ({ memberId, name }: Author, code: number | undefined) => ({
  ...{ direction: "out" as const, authorId: memberId, authorName: name },
  ...(code ? { state: "undelivered" as const, errorCode: code } : { state: "delivered" as const }),
});
