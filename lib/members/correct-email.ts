import { and, eq, isNull, sql } from "drizzle-orm";
import { members, users } from "@/db/schema";
import { shortName, type Viewer } from "../access/viewer";
import type { Change } from "../change";
import { idsOf } from "../id-list";
import { mailInvitationsFrom } from "../invitations/mail";
import { revokeLinksOfUsers } from "../links/revoke";
import { decideWithMembers } from "../outbox/decide-lost";
import { mailCheck } from "../users/email/send-check";
import type { ManagedMember } from "./managed-members";

/**
 * An Admin's correction counts at once. Links sent to the old address die: Pending people get theirs anew at the new one,
 * whoever has a password is told at both, at the old one disabled or not.
 */
export async function correctEmail(c: Change, viewer: Viewer, member: ManagedMember, email: string): Promise<void> {
  const { id: memberId, accountId, userId, email: before, status } = member;
  await c.tx.update(users).set({ email }).where(eq(users.id, userId));
  c.record("email.changed", member, { before: { email: before }, after: { email } });
  if (before.toLowerCase() === email.toLowerCase()) return;
  await withdrawElsewhere(c, { userId, email: before });
  // An older invitation or check gives way to the one that is made here.
  await revokeLinksOfUsers(c, { userIds: [userId], purposes: ["reset", "email-change", "email-stop"] });
  if (status === "Pending") await mailInvitationsFrom(c, viewer, [{ ...member, memberId, email }]);
  const letter = {
    template: "email-changed",
    firstName: shortName(member),
    company: viewer.accountName,
    newEmail: email,
  } as const;
  if (member.hasPassword) {
    await c.mail({ accountId, memberId, email: before }, letter);
    await askToCheck(c, viewer, member, email);
  }
}

/** The new address counts, and is not known to be theirs until a link sent there has been used: this one, or a reset link. */
async function askToCheck(c: Change, viewer: Viewer, member: ManagedMember, email: string): Promise<void> {
  await c.tx.update(users).set({ emailUncheckedSince: sql`now()` }).where(eq(users.id, member.userId));
  if (member.status !== "Disabled") await mailCheck(c, viewer, { ...member, email });
}

/** Who invited them elsewhere invited the old address, and not whoever reads the new one: those invitations end. */
async function withdrawElsewhere(c: Change, { userId, email }: { userId: string; email: string }): Promise<void> {
  const elsewhere = sql`${members.accountId} <> (select home_account_id from users u where u.id = ${members.userId})`;
  const gone = await c.tx
    .delete(members)
    .where(and(eq(members.userId, userId), isNull(members.acceptedAt), elsewhere))
    .returning({ id: members.id, accountId: members.accountId });
  await decideWithMembers(c, idsOf(gone));
  for (const guest of gone) c.record("invitation.withdrawn", { ...guest, name: email });
}
