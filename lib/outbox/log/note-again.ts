import { z } from "zod";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { nameOfTemplate } from "../../email/templates";
import { Refused } from "../../errors";
import type { ManagedMember } from "../../members/managed-members";
import type { ManagedEmail } from "./managed-email";

const about = { firstName: z.string(), company: z.string() };

/** The letters that hold no link: what the outbox keeps of one is all of it. */
const Note = z.discriminatedUnion("template", [
  z.object({ template: z.literal("password-changed"), ...about }),
  z.object({ template: z.literal("login-attempts"), ...about }),
  z.object({ template: z.literal("email-changed"), ...about, newEmail: z.string() }),
]);

type Of = { email: ManagedEmail["email"]; member: ManagedMember };

/** The same words to the same address: where an email address was changed, the old one is meant. */
export async function noteAgain(c: Change, _: Viewer, { email, member }: Of): Promise<string> {
  if (member.status !== "Active") throw new Refused(`${member.name} can't log in now, so there is nothing to tell.`);
  const { id: memberId, accountId } = member;
  await c.mail({ accountId, memberId, email: email.to }, Note.parse({ ...email.props, template: email.template }));
  c.record("email.sent-again", member, { email: nameOfTemplate(email.template) });
  return email.to;
}
