import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { byIndex } from "@/db";
import { members, numbers, users } from "@/db/schema";
import { membersWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { changed, isChanged } from "../changed";
import { releaseUnanswerable } from "../conversations/release";
import { Refused } from "../errors";
import * as fields from "../fields";
import { takeInvitation } from "../invitations/quota";
import type { Home } from "../numbers/countries";
import { refuseOverwrite, revision } from "../revision";
import { giveDefaultNumber } from "./access/default-number";
import { keepAnAdmin } from "./access/keep-an-admin";
import { keepARole } from "./access/roles";
import { accessFields, giveLines, refuseUnseen, setRoles, switchProducts, takeLines } from "./access/set-access";
import { assignmentsOf, giveUserType, UserType, userTypeOf } from "./access/user-type";
import { disable } from "./disable";
import { enable } from "./enable";
import { nameOf } from "./guest-privacy";
import { type ManagedMember, managedMember, refuseSelf } from "./managed-members";
import { personFields } from "./person-fields";
import { setPerson } from "./set-person";

/** What is not sent stays as it is: one's own form has neither status nor user type nor access. */
export const EditMember = (home: Home) =>
  z.object({
    ...personFields(home),
    ...accessFields,
    memberId: fields.memberId,
    revision,
    status: z.enum(["Active", "Disabled"], { error: "Choose a status." }).optional(),
    userType: UserType.optional(),
    once: fields.once,
  });
export type EditInput = z.output<ReturnType<typeof EditMember>>;

/** Holds from the next request on. Whoever loaded the page before somebody else's change is told, and changes nothing. */
export async function editMember(viewer: Viewer, input: EditInput) {
  if (await changesEmail(viewer, input)) await takeInvitation(viewer);
  return change(viewer, input.once, async (plain) => {
    const { c, events } = counting(plain);
    const member = await managedMember(c, viewer, input.memberId);
    refuseOverwrite(member, input);
    const access = await setAccess(c, viewer, member, input);
    const status = await setStatus(c, viewer, member, input.status);
    const isOurs = member.homeAccountId === viewer.accountId;
    const person = isOurs ? await setPerson(c, viewer, { ...member, status }, input) : {};
    if (access.moved) refuseUnseen(input);
    const details = changed({ ...member, ...access.before }, { ...access.after, ...person });
    const name = nameOf({ ...member, ...person });
    if (isChanged(details)) c.record("member.edited", member, details);
    if (events() === 0) return c.unchanged({ name, undo: undefined });
    // Who they are is not taken back, and half of a Save would be no undo of it.
    const isAccess = !isChanged(changed(member, isOurs ? { ...person, email: input.email } : {}));
    return { name, undo: isAccess ? c.undo() : undefined };
  });
}

function counting(c: Change) {
  let told = 0;
  const record: Change["record"] = (...event) => {
    told++;
    c.record(...event);
  };
  return { c: { ...c, record }, events: () => told };
}

/** Lines before the default number among them; roles taken, then given, then the user type, which has the last word. */
async function setAccess(c: Change, viewer: Viewer, member: ManagedMember, input: EditInput) {
  const was = userTypeOf(await assignmentsOf(c, member.id), viewer.rootGroupId);
  const given = await giveLines(c, viewer, member, input);
  const number = await setDefaultNumber(c, viewer, member, input);
  const taken = await takeLines(c, viewer, member, input);
  const roles = await setRoles(c, viewer, member, input);
  const { userType = was } = input;
  if (userType && userType !== was) await giveUserType(c, viewer, { memberId: member.id, userType });
  const products = await switchProducts(c, viewer, member, input);
  const moved = given || taken || roles || products;
  if (moved || userType !== was) refuseSelf(viewer, member);
  if (roles || userType !== was) {
    await keepARole(c, [member]);
    await keepAnAdmin(c, member.accountId);
  }
  if (moved || userType !== was) await releaseUnanswerable(c, { memberIds: [member.id] });
  return { moved, before: { ...number.before, userType: was }, after: { ...number.after, userType } };
}

async function setDefaultNumber(c: Change, viewer: Viewer, member: ManagedMember, input: EditInput) {
  const [before, after] = [member.defaultNumberId, input.defaultNumber];
  if (before === after) return {};
  if (after && input.lineShown.includes(after) && !input.lines.includes(after))
    throw new Refused("Choose one of the lines that they keep.", { field: "defaultNumber" });
  await giveDefaultNumber(c, viewer, member, after);
  return {
    before: { defaultNumber: await numberOf(c, before) },
    after: { defaultNumber: await numberOf(c, after) },
  };
}

async function numberOf(c: Change, id: string | null): Promise<string | null> {
  if (!id) return null;
  return (await c.one(c.tx.select({ e164: numbers.e164 }).from(numbers).where(eq(numbers.id, id)))).e164;
}

async function setStatus(c: Change, viewer: Viewer, member: ManagedMember, wanted: EditInput["status"]) {
  const isDisabled = member.status === "Disabled";
  if (!wanted || (wanted === "Disabled") === isDisabled) return member.status;
  if (isDisabled) return (await c.one(enable(c, viewer, [member]))).status;
  await disable(c, viewer, [member]);
  return "Disabled" as const;
}

/** Whether it is taken tells that somebody has a login elsewhere: counted as New User is, also when it is refused. */
async function changesEmail(viewer: Viewer, { memberId, email }: EditInput): Promise<boolean> {
  const [found] = await byIndex
    .select({ email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(membersWithin(viewer, "users.manage"), eq(members.id, memberId)));
  return found !== undefined && found.email !== email;
}
