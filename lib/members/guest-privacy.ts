import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { members, users } from "@/db/schema";
import { shownAddress } from "../text/address";

/**
 * Somebody whose login belongs to another company is known to this one by nothing but the address that it invited, until
 * they join: typing an address must not tell whose it is.
 */
export const isKnown = sql<boolean>`(${users.homeAccountId} = ${members.accountId} or ${members.acceptedAt} is not null)`;

/** The same in a statement that calls them `m` and `u`. */
export const isKnownPerson = sql`(u.home_account_id = m.account_id or m.accepted_at is not null)`;

const ifKnown = <T>(column: PgColumn, otherwise: SQL) =>
  sql<T>`case when ${isKnown} then ${column} else ${otherwise} end`;

/** A person as the company of the membership may see them. For queries that join members and users. */
export const knownPerson = {
  firstName: ifKnown<string>(users.firstName, sql`''`),
  lastName: ifKnown<string>(users.lastName, sql`''`),
  username: ifKnown<string | null>(users.username, sql`null`),
  email: users.email,
};

export const knownDetails = {
  contactNumber: ifKnown<string | null>(users.contactNumber, sql`null`),
  timeZone: ifKnown<string>(users.timeZone, sql`'UTC'`),
};

/** What to call somebody: by name, or by the address where there is none yet. */
export const nameOf = (person: { firstName: string; lastName: string; email: string }) =>
  `${person.firstName} ${person.lastName}`.trim() || shownAddress(person.email);
