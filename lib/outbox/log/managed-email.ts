import { and, eq, sql } from "drizzle-orm";
import { members, outbox } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change, Subject } from "../../change";
import { type ManagedMember, managedMember } from "../../members/managed-members";
import { emailsManagedBy } from "./email-scope";

export type ManagedEmail = Awaited<ReturnType<typeof managedEmail>>;

/**
 * An email that the viewer may decide about, and the member it went to, both locked; the person first, as in every change
 * of them. `member` is null when they are gone, or never were one.
 */
export async function managedEmail(c: Change, viewer: Viewer, emailId: string) {
  const which = and(eq(outbox.id, emailId), emailsManagedBy(viewer));
  const { memberId } = await c.one(c.tx.select({ memberId: outbox.memberId }).from(outbox).where(which));
  const member = memberId && (await isMember(c, viewer, memberId)) ? await managedMember(c, viewer, memberId) : null;
  const email = await c.one(
    c.tx
      .select({
        id: outbox.id,
        memberId: outbox.memberId,
        template: outbox.template,
        to: outbox.to,
        props: outbox.props,
        state: outbox.state,
        decidedAt: outbox.decidedAt,
      })
      .from(outbox)
      .where(eq(outbox.id, emailId))
      .for("no key update"),
  );
  return { email, member, subject: subjectFor(viewer, email, member) };
}

async function isMember(c: Change, viewer: Viewer, memberId: string): Promise<boolean> {
  const theirs = and(eq(members.id, memberId), eq(members.accountId, viewer.accountId));
  return (await c.tx.select({ id: members.id }).from(members).where(theirs)).length > 0;
}

/** Whom history names: the person, or the address of somebody who is gone. */
const subjectFor = (
  { accountId }: Viewer,
  email: { id: string; memberId: string | null; to: string },
  member: ManagedMember | null,
): Subject => member ?? { accountId, id: email.memberId ?? email.id, name: email.to };

/** Somebody has seen to it. */
export const decide = (c: Change, emailId: string) =>
  c.tx.update(outbox).set({ decidedAt: sql`now()` }).where(eq(outbox.id, emailId));
