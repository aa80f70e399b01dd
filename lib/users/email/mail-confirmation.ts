import { shortName, type Viewer } from "../../access/viewer";
import { takeTry } from "../../auth/throttle";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import { issueLink } from "../../links/issue";
import { letterTo, type Myself } from "../myself";

/** So that nobody's mailbox can be filled from here: ten confirmations a person and hour. */
export async function countConfirmation(viewer: Viewer): Promise<void> {
  if (await takeTry({ name: "email-change", of: viewer.userId, most: 10, minutes: 60 })) return;
  throw new Refused("That is enough emails for now. Wait an hour, then try again.");
}

/** A fresh link to the new address; older ones die, whichever account they were asked for in. */
export async function mailConfirmation(
  c: Change,
  { me, company, email }: { me: Myself; company: string; email: string },
) {
  const url = await issueLink(c, { purpose: "email-change", userId: me.userId, memberId: me.memberId, email });
  await c.mail(letterTo(me, email), { template: "confirm-email", firstName: shortName(me), company, url });
}
