import { sql } from "drizzle-orm";
import { pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { v4 } from "uuid";
import { accounts } from "../accounts";
import { createdAt, id, moment, revision } from "../columns";

/** Of a field: short, since every contact holds it. */
export const newFieldKey = () => v4().slice(0, 8);

/** What a company notes of each contact besides what all companies do. The values are `contacts.field_values`, by `key`. */
export const contactFields = pgTable(
  "contact_fields",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    // Never another field's: what was merged holds it for a month.
    key: text("key").notNull().$defaultFn(newFieldKey),
    name: text("name").notNull(),
    // By which it is looked for: `lib/contacts/fields/name-key.ts`.
    nameKey: text("name_key").notNull(),
    // Since when it is none any more. The row stays until the worker has taken its values away, by the contacts' ids.
    removedAt: moment("removed_at"),
    emptiedUpTo: uuid("emptied_up_to"),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("contact_fields_name_key").on(t.accountId, t.nameKey).where(sql`removed_at is null`),
    unique("contact_fields_key").on(t.accountId, t.key),
  ],
);
