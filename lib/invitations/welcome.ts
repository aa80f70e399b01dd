import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { mailInvitation } from "./mail";

type Invited = { id: string; accountId: string; userId: string; firstName: string; lastName: string; email: string };

/** The viewer invites: a fresh link by email, in place of an older one. They hear when another is asked for. */
export async function sendWelcome(c: Change, viewer: Viewer, { id: memberId, ...person }: Invited): Promise<void> {
  const { accountName: company, memberId: invitedBy } = viewer;
  await c.tx.update(members).set({ invitedBy, askedAgainAt: null }).where(eq(members.id, memberId));
  await mailInvitation(c, { ...person, memberId, company, invitedBy });
}
