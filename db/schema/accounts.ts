import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";

/** A company, the tenant. The counts are kept by a trigger on members, so that totals cost one row at any size. */
export const accounts = pgTable("accounts", {
  id: id(),
  name: text("name").notNull(),
  address: text("address"),
  phone: text("phone"),
  website: text("website"),
  timeZone: text("time_zone").notNull(),
  activeCount: integer("active_count").notNull().default(0),
  pendingCount: integer("pending_count").notNull().default(0),
  disabledCount: integer("disabled_count").notNull().default(0),
  createdAt: createdAt(),
});
