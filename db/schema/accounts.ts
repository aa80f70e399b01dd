import { integer, jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import type { CountryCode } from "libphonenumber-js/max";
import { createdAt, id, moment, revision } from "./columns";

/** What becomes of signs outside of the telephones' own alphabet: nothing, what the company's table says, or the nearest. */
export const autoReplace = pgEnum("auto_replace", ["off", "table", "all"]);

/** A company, the tenant. The counts are kept by `count-members.sql`, so that totals cost one row at any size. */
export const accounts = pgTable("accounts", {
  id: id(),
  name: text("name").notNull(),
  address: text("address"),
  phone: text("phone"),
  website: text("website"),
  timeZone: text("time_zone").notNull(),
  // ISO 3166: where its telephone numbers are written without a country code.
  country: text("country").$type<CountryCode>().notNull().default("US"),
  activeCount: integer("active_count").notNull().default(0),
  pendingCount: integer("pending_count").notNull().default(0),
  disabledCount: integer("disabled_count").notNull().default(0),
  // Campaigns to more people than that want a second person's word; null: none does.
  confirmAbove: integer("confirm_above"),
  autoReplace: autoReplace("auto_replace").notNull().default("off"),
  // Its table: in place of `from`, `to`.
  replacements: jsonb("replacements").$type<{ from: string; to: string }[]>().notNull().default([]),
  // Since when "First days" is shown no more on the Overview.
  firstDaysClosedAt: moment("first_days_closed_at"),
  revision: revision(),
  createdAt: createdAt(),
});
