import { and, eq, isNotNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { fullName, shortName } from "../access/viewer";
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
  lastName: string;
  email: string;
};

/** The welcome letter with a fresh link; the one before stops working. Who has a password already is asked to join with it. */
export async function mailInvitation(c: Change, invited: Invited): Promise<void> {
  const { userId, memberId, accountId, email, company } = invited;
  const admin = await invitingAdmin(c.tx, invited);
  const url = await issueLink(c, { purpose: "invitation", userId, memberId });
  const inviter = admin ? fullName(admin) : company;
  const template = (await hasPassword(c, userId)) ? "join" : "welcome";
  const letter = { template, firstName: shortName(invited), company, inviter, url } as const;
  await c.mail({ accountId, memberId, email }, letter);
}

async function hasPassword(c: Change, userId: string): Promise<boolean> {
  const theirs = and(eq(users.id, userId), isNotNull(users.passwordHash));
  return (await c.tx.select({ id: users.id }).from(users).where(theirs)).length > 0;
}
