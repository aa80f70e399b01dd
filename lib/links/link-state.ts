import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts, links, members, users } from "@/db/schema";
import { sha256 } from "../crypto";
import { justAsked } from "../invitations/just-asked";
import { isKnown } from "../members/guest-privacy";
import type { Purpose } from "./purposes";

/** Replaced: in favour of a newer one. Revoked: with nothing in its place (disabled, password changed). */
const state = sql<"live" | "used" | "replaced" | "revoked" | "expired">`case
  when ${links.usedAt} is not null then 'used'
  when ${links.replacedBy} is not null then 'replaced'
  when ${links.revokedAt} is not null then 'revoked'
  when ${links.expiresAt} <= now() then 'expired' else 'live' end`;

/** An Admin of another company may have copied the link: whose login it is they know by the address that they invited. */
const username = sql<string | null>`case when ${isKnown} or ${users.passwordHash} is null then ${users.username} end`;

/** What a link would do, for the page that it opens. Reading never uses it up. Null: nobody's link. */
export async function linkState(purpose: Purpose, token: unknown) {
  if (typeof token !== "string" || token.length > 100) return null;
  const [link] = await db
    .select({
      state,
      email: links.email,
      userId: users.id,
      memberId: members.id,
      company: accounts.name,
      status: members.status,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      firstName: users.firstName,
      lastName: users.lastName,
      username,
      login: users.email,
      timeZone: users.timeZone,
      justAsked,
    })
    .from(links)
    .innerJoin(users, eq(users.id, links.userId))
    .innerJoin(members, eq(members.id, links.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(links.tokenHash, sha256(token)), eq(links.purpose, purpose)));
  return link ?? null;
}
