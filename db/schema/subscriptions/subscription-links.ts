import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "../accounts";
import { createdAt, id, moment } from "../columns";
import { contactGroups } from "../contacts/contacts";
import { numbers } from "../numbers";

/**
 * A public page on which customers join a contact group themselves. Its token stands on posters, so it is kept as it is. Its
 * wording never changes: it is what people agreed to. It goes with its group, and with its line.
 */
export const subscriptionLinks = pgTable(
  "subscription_links",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    token: text("token").notNull().unique("subscription_links_token_key"),
    // From which the text comes that asks for "YES".
    numberId: uuid("number_id").notNull(),
    groupId: uuid("group_id").notNull(),
    wording: text("wording").notNull(),
    closedAt: moment("closed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("subscription_links_account_id_key").on(t.accountId, t.id),
    index("subscription_links_newest").on(t.accountId, t.createdAt, t.id),
    index("subscription_links_by_group").on(t.groupId),
    foreignKey({
      name: "subscription_links_line",
      columns: [t.accountId, t.numberId],
      foreignColumns: [numbers.accountId, numbers.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "subscription_links_group",
      columns: [t.accountId, t.groupId],
      foreignColumns: [contactGroups.accountId, contactGroups.id],
    }).onDelete("cascade"),
  ],
);

/** Which numbers were asked to answer "YES", and who did. Without an answer it is swept after a week. */
export const subscriptionAsks = pgTable(
  "subscription_asks",
  {
    accountId: uuid("account_id").notNull(),
    linkId: uuid("link_id").notNull(),
    phone: text("phone").notNull(),
    // The text that asked last. No foreign key: an answer to it counts only while it is there.
    messageId: uuid("message_id").notNull(),
    askedAt: moment("asked_at").notNull().defaultNow(),
    joinedAt: moment("joined_at"),
  },
  (t) => [
    primaryKey({ columns: [t.linkId, t.phone] }),
    uniqueIndex("subscription_asks_by_message").on(t.messageId),
    index("subscription_asks_unanswered").on(t.askedAt).where(sql`joined_at is null`),
    foreignKey({
      name: "subscription_asks_link",
      columns: [t.accountId, t.linkId],
      foreignColumns: [subscriptionLinks.accountId, subscriptionLinks.id],
    }).onDelete("cascade"),
  ],
);
