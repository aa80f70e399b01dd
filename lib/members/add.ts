import { and, eq, or, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { members, users } from "@/db/schema";
import { can } from "../access/can";
import { membersManagedBy } from "../access/scope";
import { fullName, type Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { emailTaken, usernameTaken } from "../constraints";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { takeInvitation } from "../invitations/quota";
import { sendWelcome } from "../invitations/welcome";
import { refuseLookAlike } from "../users/refuse-look-alike";
import { giveDefaultNumber } from "./default-number";
import { personFields } from "./person-fields";
import { giveUserType, UserType } from "./user-type";

export const AddMember = z.object({
  ...personFields,
  userType: UserType,
  username: fields.username,
  once: fields.once,
});
type Input = z.output<typeof AddMember>;

/** A login, their place in the company and the welcome email: Pending until they create a password. */
export async function addMember(viewer: Viewer, input: Input) {
  if (!can(viewer, "users.manage")) throw new NotFound();
  await takeInvitation(viewer);
  return change(viewer, input.once, async (c) => {
    await refuseLookAlike(c, viewer.accountId, input.username);
    const userId = await newUser(c, viewer, input);
    const member = { id: v7(), accountId: viewer.accountId, name: fullName(input) };
    await c.tx.insert(members).values({
      id: member.id,
      accountId: member.accountId,
      userId,
      products: [...viewer.products],
      invitedBy: viewer.memberId,
    });
    await giveUserType(c, viewer, { memberId: member.id, userType: input.userType });
    if (input.defaultNumber) await giveDefaultNumber(c, viewer, member, input.defaultNumber);
    await sendWelcome(c, viewer, { ...member, userId, firstName: input.firstName, email: input.email });
    const { firstName, lastName, username, email, userType } = input;
    c.record("member.added", member, { after: { firstName, lastName, username, email, userType } });
    c.record("invitation.sent", member);
    return { email };
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
  if (!user) throw await whatIsTaken(c, viewer, input);
  return user.id;
}

async function whatIsTaken(c: Change, viewer: Viewer, { username, email }: Input) {
  const sameEmail = sql<boolean>`lower(${users.email}) = lower(${email})`;
  const sameName = sql<boolean>`lower(${users.username}) = lower(${username})`;
  const taken = await c.tx
    .select({ email: sameEmail, username: sameName, status: members.status })
    .from(users)
    .leftJoin(members, and(eq(members.userId, users.id), membersManagedBy(viewer)))
    .where(or(sameEmail, sameName));
  const byEmail = taken.find((person) => person.email);
  if (!byEmail) return usernameTaken();
  const invited = `${email} is invited already. Find them in the list and choose Resend invitation.`;
  const also = taken.some((person) => person.username) ? { username: usernameTaken().message } : {};
  return new Refused(byEmail.status === "Pending" ? invited : emailTaken().message, { field: "email", also });
}
