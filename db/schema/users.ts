import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, moment } from "./columns";

/** A person who can log in. `refuse-username-change.sql`: a username that exists never changes. */
export const users = pgTable(
  "users",
  {
    id: id(),
    homeAccountId: uuid("home_account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    username: text("username"),
    email: text("email").notNull(),
    // Since an Admin entered another address for somebody with a login, until a link sent there has been used.
    emailUncheckedSince: moment("email_unchecked_since"),
    contactNumber: text("contact_number"),
    timeZone: text("time_zone").notNull(),
    // BCP 47: how dates and numbers are written for them. Null: as Lineup writes them.
    locale: text("locale"),
    // Hours of the clock, and the day that weeks begin with. Null: as the locale has it.
    clock: text("clock", { enum: ["12", "24"] }),
    weekStart: text("week_start", { enum: ["mon", "sat", "sun"] }),
    // Whether keys of one letter do something on the pages (WCAG 2.1.4).
    letterKeys: boolean("letter_keys").notNull().default(true),
    passwordHash: text("password_hash"),
    passwordChangedAt: moment("password_changed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    // Unique over all accounts, whatever the case.
    uniqueIndex("users_username_key").on(sql`lower(${t.username})`),
    uniqueIndex("users_email_key").on(sql`lower(${t.email})`),
    index("users_home_account_idx").on(t.homeAccountId),
    // Who in a company has a username that looks like another: `username-skeleton.sql`.
    index("users_by_skeleton").on(t.homeAccountId, sql`username_skeleton(${t.username})`),
    // So that a login takes a username or an email.
    check("users_clock_known", sql`${t.clock} in ('12', '24')`),
    check("users_week_start_known", sql`${t.weekStart} in ('mon', 'sat', 'sun')`),
    check("users_username_no_at", sql`${t.username} !~ '@'`),
  ],
);
