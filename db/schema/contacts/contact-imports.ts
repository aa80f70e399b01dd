import { sql } from "drizzle-orm";
import { boolean, index, integer, json, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "../accounts";
import { createdAt, id, moment } from "../columns";
import type { SourceColumn } from "../invitations";

/** For all rows: the contact group that they join, and how they agreed to get texts, if whoever imports says so. */
type ImportChoice = { groupId: string | null; agreed: string | null };

/**
 * A list of contacts to take in. Its rows are read, by a worker if they are many, until `readAt`; then it is a preview
 * that nobody but its maker sees. From `confirmedAt` on they are taken in, with the rights that its maker has at that time.
 */
export const contactImports = pgTable(
  "contact_imports",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    // No foreign key: what was confirmed is told, also when its maker is gone by then.
    madeBy: uuid("made_by").notNull(),
    // Of the file, or "pasted rows".
    name: text("name").notNull(),
    choice: jsonb("choice").$type<ImportChoice>().notNull(),
    // The file itself, until its rows are here: cells of passwords are in none of them.
    text: text("text"),
    // What its signs are in; null for letters. Chosen by a person where nothing in the file says it.
    alphabet: text("alphabet"),
    columns: jsonb("columns").$type<SourceColumn[]>().notNull(),
    headings: json("headings").$type<string[]>().notNull(),
    hasHeadings: boolean("has_headings").notNull(),
    secret: text("secret").array().notNull(),
    // What is wrong with the whole of it.
    problem: text("problem"),
    // How many rows there are; how many of them are read, and taken in. The first is 1.
    total: integer("total").notNull().default(0),
    readTo: integer("read_to").notNull().default(0),
    takenTo: integer("taken_to").notNull().default(0),
    // Grows with every reading.
    reading: integer("reading").notNull().default(1),
    readAt: moment("read_at"),
    confirmedAt: moment("confirmed_at"),
    finishedAt: moment("finished_at"),
    // A worker that crashes leaves its claim to run out.
    claimedUntil: moment("claimed_until"),
    createdAt: createdAt(),
  },
  (t) => [
    index("contact_imports_due")
      .on(t.createdAt)
      .where(sql`problem is null and finished_at is null and (read_at is null or confirmed_at is not null)`),
    index("contact_imports_by_account").on(t.accountId),
  ],
);

/** `unreadable` and `twice` are never taken in; `opted out` only if its maker includes the row, and stays opted out. */
export const contactVerdict = pgEnum("contact_verdict", ["new", "changes", "same", "opted out", "unreadable", "twice"]);

/** One row of such a list: as it came, as it is read, and what becomes of it. Null where it says nothing. */
export const contactImportRows = pgTable(
  "contact_import_rows",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => contactImports.id, { onDelete: "cascade" }),
    nth: integer("nth").notNull(),
    // Its line in the file.
    position: integer("position").notNull(),
    cells: text("cells").array().notNull(),
    // It had more cells than there are columns.
    isSurplus: boolean("is_surplus").notNull().default(false),
    // Whose number it is, or who becomes a contact by it.
    contactId: uuid("contact_id").notNull(),
    phone: text("phone"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    email: text("email"),
    company: text("company"),
    timeZone: text("time_zone"),
    notes: text("notes"),
    // By the keys of the company's own fields.
    fieldValues: jsonb("field_values").$type<Record<string, string>>().notNull().default({}),
    groups: text("groups").array().notNull().default(sql`'{}'`),
    consent: boolean("consent"),
    consentSource: text("consent_source"),
    blacklisted: boolean("blacklisted").notNull().default(false),
    problem: text("problem"),
    verdict: contactVerdict("verdict"),
    // What changes, by the titles of the columns.
    changes: text("changes").array().notNull().default(sql`'{}'`),
    // The row above that has the same number.
    twin: integer("twin"),
    included: boolean("included").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.nth] }),
    index("contact_import_rows_by_phone").on(t.importId, t.phone, t.nth),
  ],
);
