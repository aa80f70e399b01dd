import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, revision } from "./columns";
import { contacts } from "./contacts/contacts";
import { members } from "./members";
import { numbers } from "./numbers";

/**
 * The thread between one number and one contact. Everything that comes into it takes its row first, counts `seq` on and is
 * numbered by it: that is the order of the thread. Ids and clocks of several servers never say what is newer. Open pages are
 * told of it: `tell-thread.sql`.
 */
export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    accountId: uuid("account_id").notNull(),
    numberId: uuid("number_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    // The number of the newest message of any kind; of the newest text of theirs; of the newest answer of ours. A reply
    // says which answer its page showed, and goes out only if that is still the newest.
    seq: integer("seq").notNull().default(0),
    inSeq: integer("in_seq").notNull().default(0),
    outSeq: integer("out_seq").notNull().default(0),
    // The first words of the newest text, in or out.
    preview: text("preview").notNull().default(""),
    // Always somebody who has the line: a foreign key to line_access (see migrations) takes the claim away with the line.
    // Who may not send from it any more is released by the verb that took the right. Kept while the conversation is done,
    // so that a new text can reopen it as theirs.
    claimedBy: uuid("claimed_by"),
    // Since when; says nothing while nobody has it.
    claimedAt: moment("claimed_at"),
    // Since when it is done; null is open. A text of theirs opens it, and releases it from whoever is not Active.
    closedAt: moment("closed_at"),
    // Of the newest text, in or out; notes and events leave it.
    lastMessageAt: moment("last_message_at").notNull().defaultNow(),
    // Who has it and whether it is done: `advance-revision.sql`.
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("conversations_number_contact_key").on(t.numberId, t.contactId),
    unique("conversations_account_id_key").on(t.accountId, t.id),
    index("conversations_by_contact").on(t.contactId),
    // The lists, newest first: of the company; line by line what is open, and done; one's own, and what waits for somebody.
    index("inbox_all").on(t.accountId, t.lastMessageAt, t.id),
    index("inbox_open").on(t.numberId, t.lastMessageAt, t.id).where(sql`closed_at is null`),
    index("inbox_done").on(t.numberId, t.lastMessageAt, t.id).where(sql`closed_at is not null`),
    index("inbox_mine").on(t.claimedBy, t.lastMessageAt, t.id).where(sql`claimed_by is not null`),
    index("inbox_unclaimed").on(t.numberId, t.lastMessageAt, t.id).where(sql`claimed_by is null and closed_at is null`),
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.accountId, t.contactId], foreignColumns: [contacts.accountId, contacts.id] }).onDelete(
      "cascade",
    ),
  ],
);

const memberAndConversation = () => ({
  accountId: uuid("account_id").notNull(),
  memberId: uuid("member_id").notNull(),
  conversationId: uuid("conversation_id").notNull(),
});

/**
 * How far somebody has read: unread is what has `in_seq` behind it. Written when they open the thread, set back by "Mark
 * unread"; a text that comes in writes nothing here. Without a row, nothing is read.
 */
export const reads = pgTable("reads", { ...memberAndConversation(), upTo: integer("up_to").notNull() }, (t) => [
  primaryKey({ columns: [t.memberId, t.conversationId] }),
  index("reads_by_conversation").on(t.conversationId),
  foreignKey({ columns: [t.accountId, t.memberId], foreignColumns: [members.accountId, members.id] }).onDelete(
    "cascade",
  ),
  foreignKey({
    columns: [t.accountId, t.conversationId],
    foreignColumns: [conversations.accountId, conversations.id],
  }).onDelete("cascade"),
]);

/** Whom a note named, and the newest note that did: under "Mentions" until the conversation is done. */
export const mentions = pgTable("mentions", { ...memberAndConversation(), seq: integer("seq").notNull() }, (t) => [
  primaryKey({ columns: [t.memberId, t.conversationId] }),
  index("mentions_by_conversation").on(t.conversationId),
  foreignKey({ columns: [t.accountId, t.memberId], foreignColumns: [members.accountId, members.id] }).onDelete(
    "cascade",
  ),
  foreignKey({
    columns: [t.accountId, t.conversationId],
    foreignColumns: [conversations.accountId, conversations.id],
  }).onDelete("cascade"),
]);
