import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { outbox } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { type Change, change } from "../../change";
import { type Again, againOf, nameOfTemplate, templatesSentAgain } from "../../email/templates";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { resend } from "../../invitations/resend";
import type { ManagedMember } from "../../members/managed-members";
import { sendCheckTo } from "../../users/email/send-check";
import { sendResetTo } from "../../users/send-reset";
import { decide, type ManagedEmail, managedEmail } from "./managed-email";
import { noteAgain } from "./note-again";
import { refuseDecided } from "./refuse-decided";

export const SendAgain = z.object({ emailId: z.uuid("Not found."), once: fields.once });

/**
 * The same kind of email once more: an invitation or another link anew (the old link stops working), a note as it was. One
 * that failed counts as decided. Refused for what only the person can ask for, and for people who can do nothing with it.
 */
export const sendAgain = (viewer: Viewer, input: z.output<typeof SendAgain>) =>
  change(viewer, input.once, async (c) => {
    const { email, member } = await managedEmail(c, viewer, input.emailId);
    const what = nameOfTemplate(email.template);
    if (!member) throw new Refused(`${email.to} is nobody's address in your company any more.`);
    refuseDecided(email);
    await refuseWaiting(c, email);
    const to = await WAYS[againOf(email.template)](c, viewer, { email, member });
    if (email.state === "failed") await decide(c, email.id);
    return { what, to };
  });

type Email = ManagedEmail["email"];

/** Of two at the same moment one sends it; nor is there a use for a second one while the first still waits. */
async function refuseWaiting(c: Change, { memberId, template }: Email) {
  const alike = inArray(outbox.template, templatesSentAgain(againOf(template)));
  const waiting = await c.tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.memberId, memberId ?? ""), eq(outbox.state, "queued"), alike))
    .limit(1);
  if (waiting.length > 0) throw new Refused("One is waiting to be sent already. Lineup goes on trying by itself.");
}

type Way = (c: Change, viewer: Viewer, of: { email: Email; member: ManagedMember }) => Promise<string>;

/** What is about the login itself is for the company that it is of. */
const atHome =
  (send: (c: Change, viewer: Viewer, member: ManagedMember) => Promise<string>): Way =>
  (c, viewer, { member }) => {
    if (member.homeAccountId === viewer.accountId) return send(c, viewer, member);
    throw new Refused(`${member.name} logs in with another company, which alone can send this link.`);
  };

/** Each answers the address that it went to. */
const WAYS: Record<Again, Way> = {
  invitation: async (c, viewer, { member }) => {
    await resend(c, viewer, [member]);
    return member.email;
  },
  reset: atHome(sendResetTo),
  check: atHome(sendCheckTo),
  note: noteAgain,
  asked: async (_, __, { member }) => {
    throw new Refused(`Only ${member.name} can ask for this email.`);
  },
};
