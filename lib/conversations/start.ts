import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts, conversations, numbers } from "@/db/schema";
import { contactsSeenAmong, contactsWithin, ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { asSent } from "../auto-replace/rule-of";
import { type Change, change } from "../change";
import { keepErasedOut } from "../contacts/erase/erased-phones";
import { isListed } from "../contacts/managed-contacts";
import { Refused } from "../errors";
import * as fields from "../fields";
import type { Home } from "../numbers/countries";
import { searching } from "../text/search";
import { holding } from "../text/search-column";
import { keepsLine } from "./colleagues";
import { heldByAnother, ownConversation, wayOnFor } from "./own-conversation";
import { answeredBy, refuseOptedOut, saidJustNow, sendText } from "./send-text";

/** Numbers without a country code are read as in the viewer's company's country. */
export const StartConversation = ({ country }: Home) =>
  z.object({
    to: textedTo(country),
    from: z.uuid("Choose one of your lines."),
    message: fields.seenWords("Write a message."),
    once: fields.once,
  });

/** A number, as it is kept, or a contact's name as it was typed: whose that is depends on who asks. */
const textedTo = (country: Home["country"]) => {
  const number = fields.textNumber(country);
  return fields.line(160, "Enter a contact or a phone number.").transform((typed, context) => {
    const read = number.safeParse(typed);
    if (read.success) return read.data;
    if (isName(typed)) return typed;
    for (const { message } of read.error.issues) context.addIssue(message);
    return z.NEVER;
  });
};

/** With seven digits in it, it was meant to be a number. */
const isName = (typed: string) => /\p{L}/u.test(typed) && !/(?:\d[\s().\-/]*){7}/.test(typed);

type Input = z.output<ReturnType<typeof StartConversation>>;

/** A first text, or the next one of a conversation that is there already. Whoever writes it has the conversation. */
export const startConversation = (viewer: Viewer, input: Input) =>
  change(viewer, input.once, async (c) => {
    const body = await asSent(c.tx, { accountId: viewer.accountId, body: input.message });
    const { id, isSeen } = await threadWith(c, viewer, input);
    const conversation = await ownConversation(c, viewer, id);
    const refused = heldByAnother(conversation, viewer);
    if (refused) throw new Refused(refused.message, { field: "to" });
    // Who has a number is told by it to nobody who does not see them.
    await refuseOptedOut(c, isSeen ? conversation : { ...conversation, name: conversation.phone }, "to");
    if (await saidJustNow(c, viewer, { id, body })) return c.unchanged({ id });
    const { seq } = await c.one(
      c.tx
        .update(conversations)
        .set(answeredBy(viewer, body))
        .where(eq(conversations.id, id))
        .returning({ seq: conversations.seq }),
    );
    await sendText(c, viewer, conversation, { seq, body });
    return { id };
  });

/** Whoever else starts it at the same moment has made it, and it is the same one. `isSeen`: the viewer has seen them before. */
async function threadWith(c: Change, viewer: Viewer, { to, from }: Input) {
  const { accountId } = viewer;
  const phone = /^\+\d+$/.test(to) ? to : await phoneOf(c, viewer, to);
  await keepsLine(c, viewer.memberId, from);
  const [line] = await c.tx
    .select({ id: numbers.id, disabledAt: numbers.disabledAt })
    .from(numbers)
    .where(and(ownLinesWithin(viewer, "messages.send"), eq(numbers.id, from)));
  if (!line || line.disabledAt) throw await noLine(c, viewer);
  const seen = and(contactsSeenAmong(viewer), eq(contacts.phone, phone));
  const isSeen = (await c.tx.$count(contacts, seen)) > 0;
  const contact = await c.one(
    c.tx
      .insert(contacts)
      .values({ accountId, phone })
      .onConflictDoUpdate({
        target: [contacts.accountId, contacts.phone],
        set: { phone: sql`excluded.phone`, deletedAt: null },
      })
      .returning({ id: contacts.id }),
  );
  await keepErasedOut(c.tx, accountId, [phone]);
  const conversation = await c.one(
    c.tx
      .insert(conversations)
      .values({ accountId, numberId: line.id, contactId: contact.id })
      .onConflictDoUpdate({
        target: [conversations.numberId, conversations.contactId],
        set: { numberId: sql`excluded.number_id` },
      })
      .returning({ id: conversations.id }),
  );
  return { id: conversation.id, isSeen };
}

/** Without any, the page has no form any more. */
async function noLine(c: Change, viewer: Viewer) {
  const usable = and(ownLinesWithin(viewer, "messages.send"), isNull(numbers.disabledAt));
  return (await c.tx.$count(numbers, usable)) > 0
    ? new Refused("Choose one of your lines.", { field: "from" })
    : new Refused("You no longer have a line to text from.", { wayOn: wayOnFor(viewer) });
}

/** By the whole name, whatever its case and accents, if one contact alone whom the viewer sees is called so. */
async function phoneOf(c: Change, viewer: Viewer, name: string): Promise<string> {
  const isCalled = sql`search_form(${contacts.name}) = search_form(${name})`;
  const [one, another] = await c.tx
    .select({ phone: contacts.phone })
    .from(contacts)
    .where(and(contactsWithin(viewer), isListed, searching(name, viewer, holding(contacts.search)), isCalled))
    .limit(2);
  if (!one) throw new Refused("No contact is called so. Enter their phone number.", { field: "to" });
  if (another) throw new Refused("Several contacts are called so. Enter the phone number.", { field: "to" });
  return one.phone;
}
