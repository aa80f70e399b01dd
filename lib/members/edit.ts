import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import { membersManagedBy } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { changed } from "../changed";
import { Refused } from "../errors";
import * as fields from "../fields";
import { takeInvitation } from "../invitations/quota";
import { correctEmail } from "./correct-email";
import { giveDefaultNumber } from "./default-number";
import { disable } from "./disable";
import { enable } from "./enable";
import { keepAnAdmin } from "./last-admin";
import { type ManagedMember, managedMember, refuseSelf, subjectOf } from "./managed";
import { personFields } from "./person-fields";
import { assignmentsOf, giveUserType, UserType, userTypeOf } from "./user-type";

/** What is not sent stays as it is: one's own form has neither status nor user type. */
export const EditMember = z.object({
  ...personFields,
  memberId: fields.memberId,
  revision: z.coerce.number({ error: "Load the page anew." }).int(),
  status: z.enum(["Active", "Disabled"], { error: "Choose a status." }).optional(),
  userType: UserType.optional(),
  once: fields.once,
});
type Input = z.output<typeof EditMember>;

/** Holds from the next request on. Whoever loaded the page before somebody else's change is told, and changes nothing. */
export async function editMember(viewer: Viewer, input: Input) {
  if (await willInvite(viewer, input)) await takeInvitation(viewer);
  return change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    if (member.revision !== input.revision) throw editedMeanwhile(member);
    const subject = subjectOf(member);
    if (input.defaultNumber !== member.defaultNumberId)
      await giveDefaultNumber(c, viewer, subject, input.defaultNumber);
    await setUserType(c, viewer, member, input.userType);
    const status = await setStatus(c, viewer, member, input.status);
    const person =
      member.homeAccountId === viewer.accountId ? await setPerson(c, viewer, { ...member, status }, input) : {};
    c.record("member.edited", subject, changed(member, { defaultNumberId: input.defaultNumber, ...person }));
    return { name: subjectOf({ ...member, ...person }).name };
  });
}

const editedMeanwhile = (member: ManagedMember) =>
  new Refused(`${subjectOf(member).name} was changed by somebody else meanwhile, so nothing is saved.`, {
    field: "revision",
  });

async function setUserType(c: Change, viewer: Viewer, member: ManagedMember, userType: UserType | undefined) {
  if (!userType) return;
  const before = userTypeOf(await assignmentsOf(c, member.id), viewer.rootGroupId);
  if (before === userType) return;
  refuseSelf(viewer, member);
  await giveUserType(c, viewer, { memberId: member.id, userType });
  await keepAnAdmin(c, member.accountId);
  c.record("member.edited", subjectOf(member), { before: { userType: before }, after: { userType } });
}

async function setStatus(c: Change, viewer: Viewer, member: ManagedMember, wanted: Input["status"]) {
  const isDisabled = member.status === "Disabled";
  if (!wanted || (wanted === "Disabled") === isDisabled) return member.status;
  if (isDisabled) return enable(c, viewer, member);
  await disable(c, viewer, member);
  return "Disabled" as const;
}

/** The person themself: only their home account's Admins may, and never the username. */
async function setPerson(c: Change, viewer: Viewer, member: ManagedMember, input: Input) {
  const { firstName, lastName, contactNumber, timeZone, email } = input;
  const person = { firstName, lastName, contactNumber, timeZone };
  await c.tx.update(users).set(person).where(eq(users.id, member.userId));
  if (email !== member.email && member.id === viewer.memberId) throw ownEmail();
  if (email !== member.email) await correctEmail(c, viewer, { ...member, ...person }, email);
  return person;
}

/** One's own address is proved with a password and confirmed from the new one, which only Edit Profile does. */
const ownEmail = () => new Refused("Change your own email in Settings, Edit Profile.", { field: "email" });

/** Correcting the address of somebody who has not come in yet sends another invitation. */
async function willInvite(viewer: Viewer, { memberId, email }: Input): Promise<boolean> {
  const [found] = await db
    .select({ email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(membersManagedBy(viewer), eq(members.id, memberId), eq(members.status, "Pending")));
  return found !== undefined && found.email !== email;
}
