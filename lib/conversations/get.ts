import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { byIndex } from "@/db";
import { contacts, conversations, groups, members, messages, numbers, optOuts, reads, texts, users } from "@/db/schema";
import { can } from "../access/can";
import { conversationsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { colleaguesOn } from "./colleagues";

const SIZE = 100;

/** A conversation, who has it, and what the viewer may do with it. Undefined: not on their lines. */
export async function getConversation(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [found] = await byIndex
    .select({
      id: conversations.id,
      /** Their page; a telephone that is shown with another's has none of its own, and who is deleted none at all. */
      contactPage: sql<
        string | null
      >`case when ${contacts.deletedAt} is null and ${contacts.mergedInto} is null then ${contacts.id} end`,
      name: contacts.name,
      phone: contacts.phone,
      zone: contacts.timeZone,
      numberId: numbers.id,
      line: numbers.label,
      e164: numbers.e164,
      path: groups.path,
      seq: conversations.seq,
      outSeq: conversations.outSeq,
      inSeq: conversations.inSeq,
      claimedBy: conversations.claimedBy,
      claimedAt: conversations.claimedAt,
      closedAt: conversations.closedAt,
      holder: sql<
        string | null
      >`case when ${conversations.claimedBy} is not null then trim(${users.firstName} || ' ' || ${users.lastName}) end`,
      /** The viewer has seen all that came in. */
      isRead: sql<boolean>`coalesce(${reads.upTo} >= ${conversations.inSeq}, false)`,
      hasOptedOut: sql<boolean>`${optOuts.phone} is not null`,
      stoppedUntil: optOuts.reviewBy,
      maySend: sql<boolean>`coalesce((${conversationsWithin(viewer, "messages.send")}), false)`,
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(numbers, eq(numbers.id, conversations.numberId))
    .innerJoin(groups, eq(groups.id, numbers.groupId))
    .leftJoin(optOuts, and(eq(optOuts.accountId, contacts.accountId), eq(optOuts.phone, contacts.phone)))
    .leftJoin(members, eq(members.id, conversations.claimedBy))
    .leftJoin(users, eq(users.id, members.userId))
    .leftJoin(reads, and(eq(reads.conversationId, conversations.id), eq(reads.memberId, viewer.memberId)))
    .where(and(conversationsWithin(viewer, "messages.read"), eq(conversations.id, id)));
  if (!found) return undefined;
  const { path, claimedBy, ...conversation } = found;
  const isMine = claimedBy === viewer.memberId;
  const isHeld = claimedBy !== null && !isMine;
  const colleagues = found.maySend ? await colleaguesOn(viewer, { id: found.numberId, path }, byIndex) : [];
  return {
    ...conversation,
    isMine,
    isHeld,
    colleagues,
    mayTakeOver: found.maySend && isHeld && can(viewer, "users.manage", path),
  };
}

export type Conversation = NonNullable<Awaited<ReturnType<typeof getConversation>>>;

/** What stands in a thread, oldest first: the newest of it, or what came before a place. */
export async function messagesOf(viewer: Viewer, conversationId: string, before: number | null) {
  const within = byIndex
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(conversationsWithin(viewer, "messages.read"), eq(conversations.id, conversationId)));
  const newest = byIndex
    .select({
      id: messages.id,
      seq: messages.seq,
      kind: messages.kind,
      direction: messages.direction,
      state: messages.state,
      errorCode: messages.errorCode,
      body: messages.body,
      author: messages.authorName,
      isTest: messages.isTest,
      at: messages.at,
      shownAt: messages.shownAt,
      // Not where it lies: it is fetched through us.
      media: sql<(string | null)[] | null>`jsonb_path_query_array(${messages.media}, '$[*].type')`.as("media_types"),
      hasWay: sql<boolean>`${texts.messageId} is not null`.as("has_way"),
      parkedAt: texts.parkedAt,
      sendAt: texts.sendAt,
    })
    .from(messages)
    .leftJoin(texts, eq(texts.messageId, messages.id))
    .where(and(sql`${messages.conversationId} in ${within}`, before === null ? undefined : lt(messages.seq, before)))
    .orderBy(desc(messages.seq))
    .limit(SIZE + 1)
    .as("newest");
  const found = await byIndex.select().from(newest).orderBy(asc(newest.seq));
  return found.length > SIZE
    ? { rows: found.slice(1), earlier: found[1]?.seq ?? null }
    : { rows: found, earlier: null };
}

export type ThreadMessage = Awaited<ReturnType<typeof messagesOf>>["rows"][number];
