import { v7 } from "uuid";
import { z } from "zod";
import { members, users } from "@/db/schema";
import { groupsWith, topGroupsWith } from "../access/can";
import { membersWithin } from "../access/scope";
import { fullName, type Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { usernameTaken } from "../constraints";
import { NotFound } from "../errors";
import * as fields from "../fields";
import { mailInvitationsFrom } from "../invitations/mail";
import { takeInvitation } from "../invitations/quota";
import type { Home } from "../numbers/countries";
import { refuseLookAlike } from "../users/refuse-look-alike";
import { giveDefaultNumber } from "./access/default-number";
import { giveUserType, UserType } from "./access/user-type";
import { explainTaken } from "./explain-taken";
import { personFields } from "./person-fields";

export const AddMember = (home: Home) =>
  z
    .object({
      ...personFields(home),
      userType: UserType,
      group: fields.optional(z.uuid("Choose a group.")).optional(),
      username: fields.username,
      once: fields.once,
    })
    .refine(fields.isNamed, fields.isNamedOr);
type Input = z.output<ReturnType<typeof AddMember>>;

/** A login, their place in the company and the welcome email: Pending until they create a password. */
export async function addMember(viewer: Viewer, input: Input) {
  const groupId = input.group ?? firstGroup(viewer);
  if (!groupId) throw new NotFound();
  await takeInvitation(viewer);
  return change(viewer, input.once, async (c) => {
    const userId = await newUser(c, viewer, input);
    await refuseLookAlike(c, viewer.accountId, input.username, membersWithin(viewer, "users.manage"));
    const member = { id: v7(), accountId: viewer.accountId, name: fullName(input) };
    await c.tx.insert(members).values({
      id: member.id,
      accountId: member.accountId,
      userId,
      products: [...viewer.products],
      invitedBy: viewer.memberId,
    });
    const group = await giveUserType(c, viewer, { memberId: member.id, userType: input.userType, groupId });
    const { firstName, lastName, username, email, userType } = input;
    c.record("member.added", member, { after: { firstName, lastName, username, email, userType, group } });
    if (input.defaultNumber)
      await giveDefaultNumber(c, viewer, { ...member, defaultNumberId: null }, input.defaultNumber);
    const { id: memberId, accountId } = member;
    await mailInvitationsFrom(c, viewer, [
      { memberId, accountId, userId, firstName, lastName, email, hasPassword: false },
    ]);
    c.record("invitation.sent", member);
    return { memberId: member.id, name: member.name, email };
  });
}

/** The database judges whether the names are free; of twenty at once one gets them. */
async function newUser(c: Change, viewer: Viewer, input: Input) {
  const { firstName, lastName, username, email, contactNumber, timeZone } = input;
  const [user] = await c.tx
    .insert(users)
    .values({ homeAccountId: viewer.accountId, firstName, lastName, username, email, contactNumber, timeZone })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!user) throw (await explainTaken(c.tx, viewer, input)) ?? usernameTaken();
  return user.id;
}

/** Where new people stand unless another group is chosen: the root, or the first of the viewer's own. */
export const firstGroup = (viewer: Viewer): string | undefined =>
  groupsWith(viewer, "users.manage").find((id) => id === viewer.rootGroupId) ??
  topGroupsWith(viewer, "users.manage")[0];
