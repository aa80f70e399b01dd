import { foreignKey, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, moment } from "./columns";
import { members } from "./members";
import { numbers } from "./numbers";

/** A customer. Never a user, never logs in. */
export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    phone: text("phone").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("contacts_account_phone_key").on(t.accountId, t.phone),
    unique("contacts_account_id_key").on(t.accountId, t.id),
  ],
);

/** The thread between one number and one contact. */
export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    accountId: uuid("account_id").notNull(),
    numberId: uuid("number_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    claimedBy: uuid("claimed_by").references(() => members.id, { onDelete: "set null" }),
    lastMessageAt: moment("last_message_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("conversations_number_contact_key").on(t.numberId, t.contactId),
    index("conversations_by_claim").on(t.claimedBy),
    index("conversations_by_contact").on(t.contactId),
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.accountId, t.contactId], foreignColumns: [contacts.accountId, contacts.id] }).onDelete(
      "cascade",
    ),
  ],
);

export const direction = pgEnum("direction", ["in", "out"]);

/** `authorId` has no foreign key on purpose: the words and their author's name outlive the member, untouched. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    direction: direction("direction").notNull(),
    body: text("body").notNull(),
    authorId: uuid("author_id"),
    authorName: text("author_name"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    index("messages_by_conversation").on(t.conversationId, t.at),
    // How many messages a person wrote, told before they are deleted.
    index("messages_by_author").on(t.authorId),
  ],
);
