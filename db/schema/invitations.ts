import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, moment } from "./columns";

/**
 * Many invitations at once. Until `confirmedAt` it is a preview that nobody but its maker sees; from then on a worker
 * works through its rows, on the maker's behalf and with the rights they have at that time, until `finishedAt`.
 */
export const invitationBatches = pgTable(
  "invitation_batches",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    // No foreign key: what an Admin confirmed is answered row by row, also when they are gone by then.
    invitedBy: uuid("invited_by").notNull(),
    confirmedAt: moment("confirmed_at"),
    finishedAt: moment("finished_at"),
    // A worker that crashes leaves its claim to run out.
    claimedUntil: moment("claimed_until"),
    createdAt: createdAt(),
    // What the form chose for everybody, to go back to; of a file, nothing else is kept.
    choice: jsonb("choice").$type<BatchChoice>(),
  },
  (t) => [
    index("invitation_batches_due").on(t.confirmedAt).where(sql`confirmed_at is not null and finished_at is null`),
    index("invitation_batches_by_maker").on(t.invitedBy, t.createdAt),
    index("invitation_batches_by_account").on(t.accountId),
  ],
);

type BatchChoice = { roles: string[]; groupId: string; products: string[]; lines: string[]; isFile: boolean };

/** What will happen to a row: `new` and `guest` are invited; the others are named and left alone. */
export const invitationVerdict = pgEnum("invitation_verdict", ["new", "guest", "here", "pending", "wrong", "beyond"]);
export const invitationState = pgEnum("invitation_state", ["waiting", "invited", "failed", "left out"]);

/** One line of what was pasted or uploaded, and what became of it. No foreign key to the member: history outlives them. */
export const invitationRows = pgTable(
  "invitation_rows",
  {
    batchId: uuid("batch_id")
      .notNull()
      .references(() => invitationBatches.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    // As typed, where it is no address.
    email: text("email").notNull(),
    firstName: text("first_name").notNull().default(""),
    lastName: text("last_name").notNull().default(""),
    roles: jsonb("roles").$type<{ role: string; groupId: string }[]>().notNull().default([]),
    products: text("products").array().notNull().default(sql`'{}'`),
    lines: uuid("lines").array().notNull().default(sql`'{}'`),
    // The cells of a CSV row that was refused, in the order of `csvColumns`, then those beyond its columns.
    written: text("written").array(),
    verdict: invitationVerdict("verdict").notNull(),
    problem: text("problem"),
    state: invitationState("state").notNull(),
    memberId: uuid("member_id"),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.position] }),
    index("invitation_rows_waiting").on(t.batchId, t.position).where(sql`state = 'waiting'`),
  ],
);
