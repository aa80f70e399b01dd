import { sql } from "drizzle-orm";
import { foreignKey, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";
import { members } from "./members";

export const keptList = pgEnum("kept_list", ["users", "contacts"]);

/** A search of a list with its filters and order, kept by a member for themself. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    accountId: uuid("account_id").notNull(),
    memberId: uuid("member_id").notNull(),
    list: keptList("list").notNull().default("users"),
    name: text("name").notNull(),
    // What the list's address says after its question mark; what it names may be gone by now.
    query: text("query").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("saved_views_name_key").on(t.memberId, t.list, sql`lower(${t.name})`),
    foreignKey({ columns: [t.accountId, t.memberId], foreignColumns: [members.accountId, members.id] }).onDelete(
      "cascade",
    ),
  ],
);
