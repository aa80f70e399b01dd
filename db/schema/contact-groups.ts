import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, moment, revision } from "./columns";
import { contacts } from "./contacts";

/** A list of contacts, for campaigns and filters. Not a group of the account's tree. */
export const contactGroups = pgTable(
  "contact_groups",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("contact_groups_name_key").on(t.accountId, sql`lower(${t.name})`),
    unique("contact_groups_account_id_key").on(t.accountId, t.id),
  ],
);

/** Who is in it. The rows of a telephone that is shown with another contact stay, for when they are parted. */
export const contactGroupMembers = pgTable(
  "contact_group_members",
  {
    accountId: uuid("account_id").notNull(),
    groupId: uuid("group_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.contactId] }),
    index("contact_group_members_by_contact").on(t.contactId),
    // Named: PostgreSQL cuts a name of more than 63 letters.
    foreignKey({
      name: "contact_group_members_group",
      columns: [t.accountId, t.groupId],
      foreignColumns: [contactGroups.accountId, contactGroups.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "contact_group_members_contact",
      columns: [t.accountId, t.contactId],
      foreignColumns: [contacts.accountId, contacts.id],
    }).onDelete("cascade"),
  ],
);
