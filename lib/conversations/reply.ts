import { and, eq, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { conversations, messages } from "@/db/schema";
import { conversationsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { asSent } from "../auto-replace/rule-of";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { agoWords } from "../text/time";
import { sendAtOf } from "./later/send-at";
import { conversationId, heldByAnother, type OwnConversation, ownConversation } from "./own-conversation";
import { answeredBy, hasOptedOut, optedOut, saidJustNow, sendText } from "./send-text";

const OLD = { error: "Load the page again." };

/** PostgreSQL keeps no larger number where places are. */
const place = z.coerce
  .number(OLD)
  .int(OLD)
  .min(0, OLD)
  .max(2 ** 31 - 1, OLD);

export const Reply = z.object({
  conversationId,
  message: fields.seenWords("Write a message."),
  /** The newest answer that the page showed. */
  outSeq: place,
  /** "Send mine as well": the newest answer that the refusal told of. */
  anyway: fields.optional(place),
  /** "Send", and "Send later": at `sendAt`, as the writer's clocks have it. By Enter neither is said. */
  now: fields.optional(z.literal("yes")).optional(),
  later: fields.optional(z.literal("yes")).optional(),
  sendAt: fields.optional(z.string().max(40)).optional(),
  once: fields.once,
});

/**
 * One statement judges: it goes out if nobody has answered what its writer did not see, and nobody else has the
 * conversation. Otherwise nothing is sent, and the words stay with whoever wrote them. Unclaimed, it becomes theirs.
 */
export const reply = (viewer: Viewer, input: z.output<typeof Reply>) =>
  change(viewer, input.once, async (c) => {
    const body = await asSent(c.tx, { accountId: viewer.accountId, body: input.message });
    const sendAt = sendAtOf(input, viewer.timeZone);
    const seen = input.anyway !== null && input.anyway > input.outSeq ? input.anyway : null;
    const free = or(isNull(conversations.claimedBy), eq(conversations.claimedBy, viewer.memberId));
    const judge = async () => {
      const [answered] = await c.tx
        .update(conversations)
        .set(answeredBy(viewer, body))
        .where(
          and(
            conversationsWithin(viewer, "messages.send"),
            eq(conversations.id, input.conversationId),
            seen === null ? and(free, eq(conversations.outSeq, input.outSeq)) : eq(conversations.outSeq, seen),
          ),
        )
        .returning({ seq: conversations.seq });
      return { answered, conversation: await ownConversation(c, viewer, input.conversationId) };
    };
    const first = await judge();
    // Whoever had it has handed it over or released it meanwhile; from now on it is held.
    const isGiven = !first.answered && !heldByAnother(first.conversation, viewer);
    const { answered, conversation } = isGiven ? await judge() : first;
    const { id, name } = conversation;
    const [isSaid, isOut] = await Promise.all([saidJustNow(c, viewer, { id, body }), hasOptedOut(c, conversation)]);
    if (!sendAt && isSaid) return c.unchanged({ name });
    if (!answered) throw await whyNot(c, viewer, conversation, seen ?? input.outSeq);
    if (isOut) throw optedOut(conversation, "message");
    await sendText(c, viewer, conversation, { seq: answered.seq, body, sendAt });
    return { name };
  });

async function whyNot(c: Change, viewer: Viewer, conversation: OwnConversation, seen: number): Promise<Refused> {
  if (conversation.outSeq === seen) return heldByAnother(conversation, viewer) ?? new Refused("Load the page again.");
  // Not what a campaign, or Lineup by itself, has said since.
  const [newest] = await c.tx
    .select({ author: messages.authorName, body: messages.body, at: messages.at })
    .from(messages)
    .where(and(eq(messages.conversationId, conversation.id), eq(messages.seq, conversation.outSeq)));
  if (!newest) return new Refused("Load the page again.");
  const who = newest.author ?? "Somebody";
  return new Refused(`${who} answered ${agoWords(newest.at)}.`, {
    field: "anyway",
    also: { anywaySeq: String(conversation.outSeq), anywayWords: newest.body },
  });
}
