import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db";
import { contacts, conversations, messages, numbers } from "@/db/schema";
import type { Visitor } from "../../access/viewer";
import { isPhoneHere } from "./phone-here";

const SIZE = 50;

type Between = { from?: string | undefined; to?: string | undefined };

/** What a customer sees: what they wrote, and what has reached them. The newest last; of all telephones, if none is named. */
export async function textsOnPhone(visitor: Visitor, between: Between) {
  if (!isPhoneHere(visitor)) return undefined;
  // PostgreSQL knows no U+0000, which an address may say.
  const [from, to] = [between.from, between.to].map((number) => number?.replaceAll("\0", ""));
  const newest = db
    .select({
      id: messages.id,
      direction: messages.direction,
      body: messages.body,
      at: messages.at,
      phone: contacts.phone,
      line: sql<string>`${numbers.e164}`.as("line"),
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(numbers, eq(numbers.id, conversations.numberId))
    .where(
      and(
        eq(messages.kind, "text"),
        or(isNull(messages.state), inArray(messages.state, ["sent", "delivered"])),
        from ? eq(contacts.phone, from) : undefined,
        to ? eq(numbers.e164, to) : undefined,
      ),
    )
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(SIZE)
    .as("newest");
  return db.select().from(newest).orderBy(asc(newest.at), asc(newest.id));
}

/** Lines that can be written to, for who doesn't know a number by heart. */
export async function linesOnPhone(visitor: Visitor) {
  if (!isPhoneHere(visitor)) return [];
  return db
    .select({ e164: numbers.e164, label: numbers.label })
    .from(numbers)
    .where(isNull(numbers.disabledAt))
    .orderBy(asc(numbers.createdAt), asc(numbers.id))
    .limit(SIZE);
}
