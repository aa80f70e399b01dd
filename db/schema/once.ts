import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";

/** A submitted form's key and its answer: submitting it again gets the first answer. Swept after a day. */
export const onceKeys = pgTable(
  "once_keys",
  {
    actor: text("actor").notNull(),
    key: uuid("key").notNull(),
    answer: jsonb("answer"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] }), index("once_keys_by_time").on(t.createdAt)],
);
