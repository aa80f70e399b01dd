import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, moment } from "./columns";
import { members } from "./members";
import { users } from "./users";

/** A login that lasts. The cookie carries the secret whose SHA-256 stands here; the row decides on every request. */
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
    expiresAt: moment("expires_at").notNull(),
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
