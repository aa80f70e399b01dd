import { and, count, type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { conversations, groups, lineAccess, members, messages, numbers } from "@/db/schema";
import type { Change } from "../change";
import { among } from "../id-list";
import { maySendAt } from "./colleagues";

/** How many those people have claimed: so many are free again once they go. */
export const countClaimed = (whose: SQL) => db.$count(conversations, whose);

/**
 * People go: the conversations they had claimed are free again, the messages they wrote stay. Answers which, as they were
 * left, and how many by member.
 */
export async function releaseConversations(c: Change, memberIds: readonly string[]) {
  const theirs = among(conversations.claimedBy, memberIds);
  const claimed = await c.tx
    .select({ id: conversations.id, by: sql<string>`${conversations.claimedBy}` })
    .from(conversations)
    .where(theirs)
    // As texts that come in and go out take them.
    .orderBy(conversations.numberId, conversations.contactId)
    .for("update");
  const free = await c.tx
    .update(conversations)
    .set({ claimedBy: null })
    .where(theirs)
    .returning({ id: conversations.id, revision: conversations.revision });
  const left = new Map(free.map(({ id, revision }) => [id, revision]));
  const claims = claimed.map(({ id, by }) => ({ id, by, revision: left.get(id) ?? 0 }));
  const kept = await c.tx
    .select({ by: messages.authorId, messages: count() })
    .from(messages)
    .where(among(messages.authorId, memberIds))
    .groupBy(messages.authorId);
  const counts = new Map<string, number>();
  for (const { by } of claims) counts.set(by, (counts.get(by) ?? 0) + 1);
  const written = new Map(kept.map((each) => [each.by, each.messages]));
  const leftBy = (memberId: string) => ({
    conversationsReleased: counts.get(memberId) ?? 0,
    messagesKept: written.get(memberId) ?? 0,
  });
  return { claims, leftBy };
}

/**
 * Somebody's rights have changed: what they had claimed, and may answer no more, is anybody's. Of these people, or on these
 * numbers. Called last, once all that was given is given, too.
 */
export async function releaseUnanswerable(c: Change, of: { memberIds: readonly string[] } | { numbers: SQL }) {
  // What is done is theirs, too, should a text open it again: tens of thousands over the years.
  await c.tx.execute(sql`set local statement_timeout = '60s'`);
  const [lines, concerned] = "numbers" in of ? onNumbers(of.numbers) : ofPeople(of.memberIds);
  // A claim holds the row of who has the line: one that is being made is waited for, and who claims later asks anew.
  await c.tx.execute(
    sql`select from ${lineAccess} where ${lines} order by ${lineAccess.memberId}, ${lineAccess.numberId} for update`,
  );
  const still = sql`exists (select from ${members} join ${numbers} on ${numbers.id} = ${conversations.numberId}
    join ${groups} on ${groups.id} = ${numbers.groupId} where ${members.id} = ${conversations.claimedBy} and ${maySendAt(sql`${groups.path}`)})`;
  await c.tx
    .update(conversations)
    .set({ claimedBy: null })
    .where(and(concerned, sql`not ${still}`));
}

const ofPeople = (memberIds: readonly string[]) =>
  [among(lineAccess.memberId, memberIds), among(conversations.claimedBy, memberIds)] as const;

/** Conversations by who has them, which an index knows. */
function onNumbers(which: SQL) {
  const ids = sql`array(select ${numbers.id} from ${numbers} where ${which})`;
  const lines = sql`${lineAccess.numberId} = any(${ids})`;
  const people = sql`array(select ${lineAccess.memberId} from ${lineAccess} where ${lines})`;
  return [
    lines,
    sql`(${conversations.claimedBy} = any(${people}) and ${conversations.numberId} = any(${ids}))`,
  ] as const;
}
