import { sql } from "drizzle-orm";
import { links } from "@/db/schema";
import type { Change } from "../change";
import { randomToken, sha256 } from "../crypto";
import { env } from "../env";
import { idList } from "../id-list";
import { revokeLinks } from "./revoke";

export type Purpose = (typeof links.$inferSelect)["purpose"];

/** How long each kind lives, and the page it opens. */
const KINDS: Record<Purpose, { hours: number; path: string }> = {
  invitation: { hours: 24, path: "/welcome" },
  reset: { hours: 1, path: "/reset-password" },
  "email-change": { hours: 24, path: "/confirm-email" },
  "email-stop": { hours: 72, path: "/keep-email" },
  "email-check": { hours: 72, path: "/confirm-email" },
};

export type LinkFor = { purpose: Purpose; userId: string; memberId: string; email?: string };

/** A fresh link, in place of an older one of its kind. The whole address, always on APP_URL; only its hash is kept. */
export async function issueLink(c: Change, { purpose, userId, memberId, email }: LinkFor): Promise<string> {
  const token = randomToken();
  const { hours, path } = KINDS[purpose];
  // Whoever has the mailbox of an older address keeps the means to take back what was done since.
  if (purpose !== "email-stop") await revokeLinks(c, { memberId, purpose });
  const issued = await c.tx
    .insert(links)
    .values({
      tokenHash: sha256(token),
      purpose,
      userId,
      memberId,
      email: email ?? null,
      expiresAt: sql`now() + make_interval(hours => ${hours})`,
    })
    .returning({ id: links.id });
  await noteReplaced(c, issued);
  return `${env().appUrl}${path}?token=${token}`;
}

type Invited = { userId: string; memberId: string };

/** Invitation links for many of whom nobody has one alive (see `revokeLinks`), in one statement; by the member's id. */
export async function issueInvitations(c: Change, people: readonly Invited[]): Promise<Map<string, string>> {
  const { hours, path } = KINDS.invitation;
  const issued = people.map((person) => ({ ...person, token: randomToken() }));
  const expiresAt = sql`now() + make_interval(hours => ${hours})`;
  const rows = issued.map(({ userId, memberId, token }) => ({
    tokenHash: sha256(token),
    purpose: "invitation" as const,
    userId,
    memberId,
    expiresAt,
  }));
  await noteReplaced(c, await c.tx.insert(links).values(rows).returning({ id: links.id }));
  return new Map(issued.map(({ memberId, token }) => [memberId, `${env().appUrl}${path}?token=${token}`]));
}

/** What was revoked in this very change, of the same person and kind, was revoked in favour of the new link. */
async function noteReplaced(c: Change, issued: readonly { id: string }[]): Promise<void> {
  const newer = idList(issued.map(({ id }) => id));
  await c.tx.execute(sql`update links older set replaced_by = newer.id from links newer
    where newer.id = any(${newer}) and older.user_id = newer.user_id and older.purpose = newer.purpose
      and (older.member_id = newer.member_id or older.purpose <> 'invitation')
      and older.id <> newer.id and older.replaced_by is null and older.revoked_at = newer.created_at`);
}
