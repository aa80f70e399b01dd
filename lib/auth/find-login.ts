import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, keptForms, members, users } from "@/db/schema";
import { asciiAddress } from "../text/address";
import { visible } from "../text/invisible";

/** One text field as somebody typed or posted it; whatever is none (a file, a list, 10 kB, NUL) counts as empty. */
export const typedText = (typed: unknown, most: number) =>
  typeof typed === "string" && typed.length <= most && typed.isWellFormed() && !typed.includes("\0") ? typed : "";

/**
 * The same person however it is spelt: spaces around, case, compatibility forms, unseen signs, a domain in its own letters
 * or as mail servers know it. RFC 5321 allows 254.
 */
export function canonical(typed: unknown): string {
  const text = visible(typedText(typed, 254).normalize("NFKC")).trim().toLowerCase();
  return asciiAddress(text) ?? text;
}

/** Whose login this is, by username or email; takes what `canonical` gives. */
export async function personBy(identifier: string) {
  const column = identifier.includes("@") ? users.email : users.username;
  const [person] = await db
    .select({
      userId: users.id,
      firstName: users.firstName,
      lastName: users.lastName,
      username: users.username,
      email: users.email,
      passwordHash: users.passwordHash,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(users)
    .where(sql`lower(${column}) = ${identifier}`);
  return person;
}

/** A form of theirs waits there to be sent: they were logged out while they wrote it. */
const isLeftOff = sql<boolean>`exists (select from ${keptForms} where ${keptForms.memberId} = ${members.id}
  and ${keptForms.shownAt} is null and ${keptForms.expiresAt} > now())`;

/** Where they get in: an Active membership, where they left off or the home account's; else the one that says why not. */
export async function membershipOf(userId: string) {
  const [membership] = await db
    .select({
      memberId: members.id,
      accountId: members.accountId,
      company: accounts.name,
      status: members.status,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.userId, userId))
    .orderBy(
      sql`${members.status} <> 'Active'`,
      desc(isLeftOff),
      sql`${members.accountId} <> ${users.homeAccountId}`,
      members.id,
    )
    .limit(1);
  return membership;
}
