import { fullName } from "../access/viewer";
import type { Change } from "../change";
import { issueLink } from "../links/issue";
import { invitingAdmin } from "./inviting-admin";

type Invited = {
  memberId: string;
  accountId: string;
  userId: string;
  company: string;
  invitedBy: string | null;
  firstName: string;
  email: string;
};

/** The welcome letter with a fresh link; the one before stops working. */
export async function mailInvitation(c: Change, invited: Invited): Promise<void> {
  const { userId, memberId, accountId, email, firstName, company } = invited;
  const admin = await invitingAdmin(c, invited);
  const url = await issueLink(c, { purpose: "invitation", userId, memberId });
  const inviter = admin ? fullName(admin) : company;
  await c.mail({ accountId, memberId, email }, { template: "welcome", firstName, company, inviter, url });
}
