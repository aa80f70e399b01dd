import { members } from "@/db/schema";
import { fullName, shortName, type Viewer } from "../access/viewer";
import type { Change } from "../change";
import { among } from "../id-list";
import { issueLinks } from "../links/issue";

type Invited = {
  memberId: string;
  accountId: string;
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  hasPassword: boolean;
};

/**
 * A letter each with a fresh link; the one before stops working. Who has a password already is asked to join with it,
 * everybody else makes one.
 */
export async function mailInvitations(
  c: Change,
  people: readonly Invited[],
  by: { company: string; inviter: string },
): Promise<void> {
  const linked = await issueLinks(c, "invitation", people);
  await c.mailAll(
    linked.map(({ accountId, memberId, email, hasPassword, url, ...person }) => ({
      to: { accountId, memberId, email },
      letter: { template: hasPassword ? "join" : "welcome", firstName: shortName(person), ...by, url },
    })),
  );
}

/** The viewer invites, and hears when another invitation is asked for. */
export async function mailInvitationsFrom(c: Change, viewer: Viewer, people: readonly Invited[]): Promise<void> {
  const memberIds = people.map(({ memberId }) => memberId);
  await c.tx
    .update(members)
    .set({ invitedBy: viewer.memberId, askedAgainAt: null })
    .where(among(members.id, memberIds));
  await mailInvitations(c, people, { company: viewer.accountName, inviter: fullName(viewer) });
}
