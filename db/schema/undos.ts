import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, moment } from "./columns";
import { members } from "./members";

/** What somebody has just done to people, so that it can be taken back for a moment. Swept soon after. */
export const undos = pgTable(
  "undos",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    // Who did it: nobody else may take it back.
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    // `lib/undo/step.ts`, in the order in which it was done.
    steps: jsonb("steps").notNull(),
    // Of everybody concerned, as it was left: whoever has another one by now has been changed since.
    revisions: jsonb("revisions").$type<Record<string, number>>().notNull(),
    // When it was written, not when the change began: of many it may have taken seconds.
    at: moment("at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index("undos_by_time").on(t.at), index("undos_by_member").on(t.memberId)],
);
