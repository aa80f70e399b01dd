import { sql } from "drizzle-orm";
import { links } from "@/db/schema";
import type { Change } from "../change";
import { randomToken, sha256 } from "../crypto";
import { env } from "../env";
import { revokeLinks } from "./revoke";

export type Purpose = (typeof links.$inferSelect)["purpose"];

/** How long each kind lives, and the page it opens. */
const KINDS: Record<Purpose, { hours: number; path: string }> = {
  invitation: { hours: 24, path: "/welcome" },
  reset: { hours: 1, path: "/reset-password" },
  "email-change": { hours: 24, path: "/confirm-email" },
};

export type LinkFor = { purpose: Purpose; userId: string; memberId: string; email?: string };

/** A fresh link, in place of an older one of its kind. The whole address, always on APP_URL; only its hash is kept. */
export async function issueLink(c: Change, { purpose, userId, memberId, email }: LinkFor): Promise<string> {
  const token = randomToken();
  const { hours, path } = KINDS[purpose];
  await revokeLinks(c, { memberId, purpose });
  await c.tx.insert(links).values({
    tokenHash: sha256(token),
    purpose,
    userId,
    memberId,
    email: email ?? null,
    expiresAt: sql`now() + make_interval(hours => ${hours})`,
  });
  return `${env().appUrl}${path}?token=${token}`;
}

type Invited = { userId: string; memberId: string };

/** Invitation links for many of whom nobody has one alive (see `revokeLinks`), in one statement; by the member's id. */
export async function issueInvitations(c: Change, people: readonly Invited[]): Promise<Map<string, string>> {
  const { hours, path } = KINDS.invitation;
  const issued = people.map((person) => ({ ...person, token: randomToken() }));
  const expiresAt = sql`now() + make_interval(hours => ${hours})`;
  await c.tx.insert(links).values(
    issued.map(({ userId, memberId, token }) => ({
      tokenHash: sha256(token),
      purpose: "invitation" as const,
      userId,
      memberId,
      expiresAt,
    })),
  );
  return new Map(issued.map(({ memberId, token }) => [memberId, `${env().appUrl}${path}?token=${token}`]));
}
