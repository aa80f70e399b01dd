import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, moment } from "./columns";
import { groups } from "./groups";
import { members } from "./members";
import { users } from "./users";

/** A login that lasts. The cookie carries the secret whose SHA-256 stands here; the row decides on every request, and pages that stay open hear of its end (`tell-rights.sql`). */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: bytea("token_hash").notNull().unique("sessions_token_key"),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    address: text("address").notNull(),
    userAgent: text("user_agent").notNull(),
    createdAt: createdAt(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    // When the password was last given again in it, since the login itself.
    passwordAt: moment("password_at"),
    expiresAt: moment("expires_at").notNull(),
    // Somebody's first in a company: their first page says what they may do, until they close that.
    isNew: boolean("is_new").notNull().default(false),
  },
  (t) => [index("sessions_by_user").on(t.userId), index("sessions_by_member").on(t.memberId)],
);

/** Recent History: one row for each login. */
export const logins = pgTable(
  "logins",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    address: text("address").notNull(),
    userAgent: text("user_agent").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [index("logins_by_member").on(t.memberId, t.at)],
);

/**
 * How many logins there were in each quarter of an hour (no time zone is finer), counted for every group that all roles of
 * who logged in lie under, so that anybody's own part of a company is a stretch of rows: `count-logins.sql`.
 */
export const loginCounts = pgTable(
  "login_counts",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    at: moment("at").notNull(),
    times: integer("times").notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.at] }), index("login_counts_by_time").on(t.at)],
);

/** Logins that were refused to somebody, one row an hour for each address and device, with how often. */
export const refusedLogins = pgTable(
  "refused_logins",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hour: moment("hour").notNull(),
    address: text("address").notNull(),
    userAgent: text("user_agent").notNull(),
    times: integer("times").notNull().default(1),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.hour, t.address, t.userAgent] }),
    index("refused_logins_by_user").on(t.userId, t.at),
    // For sweeping.
    index("refused_logins_by_time").on(t.at),
  ],
);
