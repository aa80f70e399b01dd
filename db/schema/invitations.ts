import { sql } from "drizzle-orm";
import { boolean, index, integer, json, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { bytea, createdAt, id, moment } from "./columns";
import { type Product, products, type Role } from "./roles";

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

type BatchChoice = { roles: Role[]; groupId: string; products: Product[]; lines: string[]; isFile: boolean };

/** What will happen to a row: `new` and `guest` are invited; the others are named and left alone. */
export const invitationVerdict = pgEnum("invitation_verdict", ["new", "guest", "here", "pending", "wrong", "beyond"]);
export const invitationState = pgEnum("invitation_state", ["waiting", "invited", "failed", "left out"]);

/** How a column of a file is read, and why. */
export type SourceColumn = { heading: string; field: string; note: string; samples: string[] };

/** What a preview was made of, so that it can be read again in another way: a file's cells, without passwords. */
export const invitationSources = pgTable("invitation_sources", {
  batchId: uuid("batch_id")
    .primaryKey()
    .references(() => invitationBatches.id, { onDelete: "cascade" }),
  columns: jsonb("columns").$type<SourceColumn[]>().notNull(),
  // What a cell's signs are in; null for letters. Chosen by a person where nothing in the file says it.
  alphabet: text("alphabet"),
  // Headings of columns with passwords, whose cells are not here.
  secret: text("secret").array().notNull(),
  hasHeadings: boolean("has_headings").notNull(),
  // As they came. Not jsonb: nobody looks into it, and it is a few megabytes.
  headings: json("headings").$type<string[]>().notNull(),
  rows: json("rows").$type<{ position: number; cells: string[]; cut?: true; guessed?: true }[]>().notNull(),
  // Grows with every reading.
  reading: integer("reading").notNull().default(1),
});

/** How a company reads the columns of files with the same headings, as one of its Admins chose. */
export const columnMappings = pgTable(
  "column_mappings",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    // What the file is for: invitations.
    purpose: text("purpose").notNull(),
    // A hash of all the headings, in no order.
    headings: bytea("headings").notNull(),
    fields: jsonb("fields").$type<Record<string, string>>().notNull(),
    usedAt: moment("used_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.purpose, t.headings] }), index("column_mappings_used").on(t.usedAt)],
);

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
    roles: jsonb("roles").$type<{ role: Role; groupId: string }[]>().notNull().default([]),
    products: text("products", { enum: products }).array().notNull().default(sql`'{}'`),
    lines: uuid("lines").array().notNull().default(sql`'{}'`),
    // The cells of a CSV row that was refused, in the order of `invitationColumns`, then those beyond its columns.
    written: text("written").array(),
    verdict: invitationVerdict("verdict").notNull(),
    problem: text("problem"),
    // What says that somebody is no more, as the file has it; such a row waits only if its Admin includes it.
    leftReason: text("left_reason"),
    state: invitationState("state").notNull(),
    memberId: uuid("member_id"),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.position] }),
    index("invitation_rows_waiting").on(t.batchId, t.position).where(sql`state = 'waiting'`),
  ],
);
