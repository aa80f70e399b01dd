import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { contacts, conversations, members, numbers, reads, users } from "@/db/schema";
import { can } from "../access/can";
import type { Permission } from "../access/permissions";
import { conversationsWithin } from "../access/scope";
import { fullName, type Viewer } from "../access/viewer";
import type { Change, Subject } from "../change";
import { Gone, NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { eyesOf } from "../text/eyes";
import { timeWords } from "../text/time-words";
import { INBOX } from "./inbox-query";

export const conversationId = z.uuid("Not found.");

/** A conversation of one's own lines, and a form that does something to it. */
export const OnConversation = z.object({ conversationId, once: fields.once });

/** As an act on it needs it: who it is with, and who has it. */
export type OwnConversation = Subject & {
  numberId: string;
  groupId: string;
  contactId: string;
  phone: string;
  outSeq: number;
  claimedBy: string | null;
  claimedAt: Date | null;
  closedAt: Date | null;
  holder: string | null;
};

/** Found through the viewer's lines, and held until the change ends: whoever else acts on it waits. */
export async function ownConversation(
  c: Change,
  viewer: Viewer,
  id: string,
  permission: Permission = "messages.send",
): Promise<OwnConversation> {
  const mine = and(conversationsWithin(viewer, permission), eq(conversations.id, id));
  const held = c.tx.select({ id: conversations.id }).from(conversations).where(mine).for("no key update");
  // Asked anew under the lock, so that what came meanwhile is seen.
  const [[isHeld], [found]] = await Promise.all([
    held,
    c.tx
      .select({
        id: conversations.id,
        accountId: conversations.accountId,
        name: contacts.name,
        numberId: conversations.numberId,
        groupId: numbers.groupId,
        contactId: conversations.contactId,
        phone: contacts.phone,
        outSeq: conversations.outSeq,
        claimedBy: conversations.claimedBy,
        claimedAt: conversations.claimedAt,
        closedAt: conversations.closedAt,
        firstName: users.firstName,
        lastName: users.lastName,
      })
      .from(conversations)
      .innerJoin(contacts, eq(contacts.id, conversations.contactId))
      .innerJoin(numbers, eq(numbers.id, conversations.numberId))
      .leftJoin(members, eq(members.id, conversations.claimedBy))
      .leftJoin(users, eq(users.id, members.userId))
      .where(mine),
  ]);
  if (!isHeld || !found) throw await whyNotFound(c, viewer, id);
  const { firstName, lastName, ...conversation } = found;
  return {
    ...conversation,
    holder: conversation.claimedBy && fullName({ firstName: firstName ?? "", lastName: lastName ?? "" }),
  };
}

/** Whoever has had it before them is told why it is there no more; nobody else, that there is such a one. */
async function whyNotFound(c: Change, viewer: Viewer, id: string): Promise<NotFound> {
  const theirs = and(eq(reads.memberId, viewer.memberId), eq(reads.conversationId, id));
  if ((await c.tx.$count(reads, theirs)) === 0) return new NotFound();
  const words = can(viewer, "messages.read")
    ? "You no longer have this line."
    : "You may no longer read or send texts.";
  return new Gone(words, wayOnFor(viewer));
}

/** From a page that is theirs no more. */
export const wayOnFor = (viewer: Viewer) => (can(viewer, "messages.read") ? INBOX : "/settings/profile");

/** "Ben Ortiz has this conversation since 27 Nov, 14:02." */
function heldWords(holder: string, since: Date | null, viewer: Viewer): string {
  if (!since) return `${holder} has this conversation.`;
  const { date, clock } = timeWords(since, eyesOf(viewer));
  return `${holder} has this conversation since ${date}, ${clock}.`;
}

export const heldByAnother = ({ claimedBy, holder, claimedAt }: OwnConversation, viewer: Viewer) =>
  claimedBy !== null && claimedBy !== viewer.memberId
    ? new Refused(heldWords(holder ?? "Somebody else", claimedAt, viewer))
    : undefined;
