import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, moment } from "./columns";
import { members } from "./members";
import { users } from "./users";

/** `email-stop` takes a change of email back, from the old address; `email-check` proves one that an Admin has entered. */
export const linkPurpose = pgEnum("link_purpose", ["invitation", "reset", "email-change", "email-stop", "email-check"]);

/** A single-use emailed link, bound to one purpose and one person; only the SHA-256 of its token is kept. */
export const links = pgTable(
  "links",
  {
    id: id(),
    tokenHash: bytea("token_hash").notNull().unique("links_token_key"),
    purpose: linkPurpose("purpose").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    // The member's, filled in by `place-link.sql`: an account's invitations are counted by an index.
    accountId: uuid("account_id"),
    // The address that it is about: the new one of an email change, the old one where it takes a change back.
    email: text("email"),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    revokedAt: moment("revoked_at"),
    // The newer link in whose favour it was revoked. No foreign key: one of them may be gone with its membership.
    replacedBy: uuid("replaced_by"),
    createdAt: createdAt(),
  },
  (t) => [
    // A new link replaces the old one: at most one is alive. Those to the old addresses of an email outlive each other.
    uniqueIndex("links_live_key")
      .on(t.memberId, t.purpose)
      .where(sql`used_at is null and revoked_at is null and purpose in ('invitation', 'reset', 'email-change')`),
    index("links_by_member").on(t.memberId, t.createdAt),
    index("links_by_user").on(t.userId),
    // How many invitations of an account wait, and how many have run out.
    index("links_invitations")
      .on(t.accountId, t.expiresAt)
      .where(sql`used_at is null and revoked_at is null and purpose = 'invitation'`),
  ],
);
