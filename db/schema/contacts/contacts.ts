import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  foreignKey,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "../accounts";
import { bytea, createdAt, id, moment, revision } from "../columns";

/** What a person writes of a contact. */
export type Written = {
  firstName: string;
  lastName: string;
  otherNames: string[];
  company: string | null;
  email: string | null;
  timeZone: string | null;
  notes: string | null;
  /** Of the company's own fields, by their keys; what is empty is not there. */
  fieldValues: FieldValues;
};

export type FieldValues = Readonly<Record<string, string>>;

/** Also as it was kept before companies had fields of their own. */
type WrittenThen = Omit<Written, "fieldValues"> & Partial<Pick<Written, "fieldValues">>;

/**
 * `into`: as it was, and as the merge made it; of what was changed since, nothing is undone. `along`: the ids of those that
 * were merged into `from` by then, and go back with it.
 */
export type BeforeMerge = { from: WrittenThen; into: WrittenThen; merged: WrittenThen; along?: readonly string[] };

/**
 * A customer: one telephone in one account, and whose it is. Never a user, never logs in. Made by the first message, in or
 * out, then with no more than the number; a person writes the rest. `search` is kept by `fill-contact.sql`.
 */
export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    // E.164.
    phone: text("phone").notNull(),
    firstName: text("first_name").notNull().default(""),
    lastName: text("last_name").notNull().default(""),
    // What they are called and sorted by: the names, or the number while there is none.
    name: text("name")
      .notNull()
      .generatedAlwaysAs((): SQL => sql`coalesce(nullif(trim(first_name || ' ' || last_name), ''), phone)`),
    // Who else uses that telephone, a name each.
    otherNames: text("other_names").array().notNull().default(sql`'{}'`),
    company: text("company"),
    email: text("email"),
    // Null: not known; then the account's counts.
    timeZone: text("time_zone"),
    notes: text("notes"),
    // See `contact-fields.ts`. Beside them may stand values of fields that were removed just now.
    fieldValues: jsonb("field_values").$type<FieldValues>().notNull().default({}),
    // The carrier said that no text gets there, and with which code. Whoever settles a text writes it, and takes it back
    // once one has been delivered.
    unreachableAt: moment("unreachable_at"),
    unreachableReason: text("unreachable_reason"),
    // Deleted by a person while there is a conversation with them: nothing is known but the number, and no list has it, until
    // somebody writes to it or it writes to us.
    deletedAt: moment("deleted_at"),
    // Another telephone of somebody who is a contact already: shown with that one. What both were called and had before is
    // kept here for undoing it (`merge.ts`).
    mergedInto: uuid("merged_into").references((): AnyPgColumn => contacts.id, { onDelete: "set null" }),
    mergedAt: moment("merged_at"),
    beforeMerge: jsonb("before_merge").$type<BeforeMerge>(),
    search: text("search").notNull().default(""),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("contacts_account_phone_key").on(t.accountId, t.phone),
    unique("contacts_account_id_key").on(t.accountId, t.id),
    index("contacts_by_name").on(t.accountId, t.name, t.id),
    index("contacts_by_added").on(t.accountId, t.createdAt, t.id),
    index("contacts_unreachable").on(t.accountId, t.name, t.id).where(sql`unreachable_at is not null`),
    index("contacts_merged").on(t.mergedInto).where(sql`merged_into is not null`),
    index("contacts_by_trigrams").using("gin", sql`${t.search} gin_trgm_ops`),
    // Words of one or two letters: `search-pairs.sql`.
    index("contacts_by_pairs").using("gin", t.accountId, sql`search_pairs(${t.search})`),
  ],
);

/** A list of contacts, for campaigns and filters. Not a group of the account's tree. */
export const contactGroups = pgTable(
  "contact_groups",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("contact_groups_name_key").on(t.accountId, sql`lower(${t.name})`),
    unique("contact_groups_account_id_key").on(t.accountId, t.id),
  ],
);

/** Who is in it. The rows of a telephone that is shown with another contact stay, for when they are parted. */
export const contactGroupMembers = pgTable(
  "contact_group_members",
  {
    accountId: uuid("account_id").notNull(),
    groupId: uuid("group_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.contactId] }),
    index("contact_group_members_by_contact").on(t.contactId),
    // Named: PostgreSQL cuts a name of more than 63 letters.
    foreignKey({
      name: "contact_group_members_group",
      columns: [t.accountId, t.groupId],
      foreignColumns: [contactGroups.accountId, contactGroups.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "contact_group_members_contact",
      columns: [t.accountId, t.contactId],
      foreignColumns: [contacts.accountId, contacts.id],
    }).onDelete("cascade"),
  ],
);

export const optOutWay = pgEnum("opt_out_way", ["keyword", "words", "carrier", "by hand", "link", "import", "erasure"]);

/**
 * Who wants no texts, in the whole account: the one place that sending asks, in the statement of the hand-over itself.
 * A row is there or it is not. Whoever puts it in or takes it out also adds a consent event, in the same transaction.
 */
export const optOuts = pgTable(
  "opt_outs",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    phone: text("phone").notNull(),
    since: moment("since").notNull().defaultNow(),
    how: optOutWay("how").notNull(),
    // Stopped by ordinary words, it holds at once, and a person is asked until then.
    reviewBy: moment("review_by"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.phone] }),
    index("opt_outs_to_review").on(t.accountId, t.reviewBy).where(sql`review_by is not null`),
  ],
);

export const consentKind = pgEnum("consent_kind", ["in", "out", "maybe", "cleared"]);

/**
 * What somebody said about getting texts, in which words, and how we know. Nothing in it is ever changed
 * (`refuse-rewriting.sql`), and no row belongs to a contact: what was said outlives them.
 */
export const consentEvents = pgTable(
  "consent_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    phone: text("phone").notNull(),
    kind: consentKind("kind").notNull(),
    // Where it was said: "text", "carrier 21610", "by hand", "import consent.csv"…
    source: text("source").notNull(),
    // Their words, or the reason that a colleague gave.
    words: text("words"),
    // What the person was shown when they agreed.
    shownText: text("shown_text"),
    numberId: uuid("number_id"),
    messageId: uuid("message_id"),
    // The colleague who did it by hand, by name as it was.
    actorId: uuid("actor_id"),
    actorName: text("actor_name"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [index("consent_events_by_phone").on(t.accountId, t.phone, t.id)],
);

/**
 * Numbers of who was erased, as HMAC-SHA-256: whoever gets such a number again is opted out, until it writes by itself.
 * Whether it had stopped texts before is what holds from then on.
 */
export const erasedPhones = pgTable(
  "erased_phones",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    phoneHmac: bytea("phone_hmac").notNull(),
    hadOptedOut: boolean("had_opted_out").notNull(),
    erasedAt: moment("erased_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.phoneHmac] })],
);

/** A company's key for these, sealed under AUTH_SECRET: it outlives every change of that (`lib/contacts/erase/erasure-key.ts`). */
export const erasureKeys = pgTable("erasure_keys", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  sealed: bytea("sealed").notNull(),
});
