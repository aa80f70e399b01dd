import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns";
import { members } from "./members";

/** What somebody typed into a form that could not be taken, sealed, for the hour in which they may still send it. */
export const keptForms = pgTable(
  "kept_forms",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    // The SHA-256 of the page's address, which may hold a link's token.
    page: bytea("page").notNull(),
    // Which form of that page; empty for a button, which is only told of.
    form: text("form").notNull(),
    sealed: bytea("sealed").notNull(),
    shownAt: moment("shown_at"),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [
    // The same form sent once more takes the place of what was kept of it.
    uniqueIndex("kept_forms_key").on(t.memberId, t.page, t.form),
    index("kept_forms_by_end").on(t.expiresAt),
  ],
);
