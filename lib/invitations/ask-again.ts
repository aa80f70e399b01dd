import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { accounts, links, members, users } from "@/db/schema";
import { shortName, type Visitor } from "../access/viewer";
import { type Change, change } from "../change";
import { sha256 } from "../crypto";
import { env } from "../env";
import { Refused } from "../errors";
import * as fields from "../fields";
import { deadLink } from "../links/dead-link";
import { token } from "../links/token";
import { knownPerson, nameOf } from "../members/guest-privacy";
import { invitingAdmin } from "./inviting-admin";
import { justAsked } from "./just-asked";

export const AskAgain = z.object({ token, once: fields.once });

/** Tells the inviting Admin that somebody stands before an invitation that has expired or was replaced; once an hour. */
export const askAgain = (visitor: Visitor, input: z.output<typeof AskAgain>) =>
  change(visitor, input.once, async (c) => {
    const person = await invitedBy(c, input.token);
    if (!person) throw deadLink();
    if (person.justAsked)
      throw new Refused("An Admin has been told less than an hour ago. Ask them, or try again later.");
    await c.tx.update(members).set({ askedAgainAt: sql`now()` }).where(eq(members.id, person.memberId));
    const { accountId, memberId, company } = person;
    const name = nameOf(person);
    c.record("invitation.asked-again", { accountId, id: memberId, name });
    const admin = await invitingAdmin(c.tx, person);
    if (!admin) return;
    const url = `${env().appUrl}/admin/users/${memberId}`;
    const letter = { template: "asked-again", firstName: shortName(admin), company, person: name, url } as const;
    await c.mail({ accountId, memberId: admin.memberId, email: admin.email }, letter);
  });

/** The Pending person of an invitation that no longer works, locked. Whoever has its token was invited by it once. */
async function invitedBy(c: Change, token: string) {
  const [person] = await c.tx
    .select({
      memberId: members.id,
      accountId: members.accountId,
      company: accounts.name,
      invitedBy: members.invitedBy,
      justAsked,
      ...knownPerson,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(links, eq(links.memberId, members.id))
    .where(
      and(
        eq(links.tokenHash, sha256(token)),
        eq(links.purpose, "invitation"),
        isNull(links.usedAt),
        or(isNotNull(links.revokedAt), sql`${links.expiresAt} <= now()`),
        eq(members.status, "Pending"),
      ),
    )
    .for("no key update", { of: members });
  return person;
}
