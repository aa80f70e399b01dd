import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** How often something was tried within a window, shared by every server. The key holds only hashes. */
export const throttles = pgTable(
  "throttles",
  {
    key: text("key").primaryKey(),
    used: integer("used").notNull(),
    resetsAt: moment("resets_at").notNull(),
  },
  (t) => [index("throttles_by_reset").on(t.resetsAt)],
);
