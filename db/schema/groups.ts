import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, revision } from "./columns";

/**
 * A node in the account's tree. `path` (its ancestors from the root, itself last) is kept by `set-group-path.sql` and, of
 * everything under a group that moves, by `follow-group.sql`.
 */
export const groups = pgTable(
  "groups",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    parentId: uuid("parent_id").references((): AnyPgColumn => groups.id),
    name: text("name").notNull(),
    isLocation: boolean("is_location").notNull().default(false),
    path: uuid("path").array().notNull().default(sql`'{}'`),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    // One root per account.
    uniqueIndex("groups_root_key").on(t.accountId).where(sql`parent_id is null`),
    // Foreign keys elsewhere name the account too, so that nothing can point across accounts.
    unique("groups_account_id_key").on(t.accountId, t.id),
    // Siblings differ by name, so that "West ▸ Store 4" is one place.
    uniqueIndex("groups_sibling_key").on(t.parentId, sql`lower(${t.name})`),
    index("groups_by_account").on(t.accountId, t.parentId, t.name),
    // Everything under a group: the paths that begin with its own.
    index("groups_by_path").on(t.accountId, t.path),
  ],
);
