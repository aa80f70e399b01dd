import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { accounts, members, users } from "@/db/schema";
import { fullName, shortName, type Visitor } from "../access/viewer";
import { type Change, change } from "../change";
import * as fields from "../fields";
import { invitingAdmin } from "../invitations/inviting-admin";
import { mailInvitations } from "../invitations/mail";
import { issueLink } from "../links/issue";
import { nameOf } from "../members/guest-privacy";
import { asked, askForMail } from "./ask-for-mail";

export const ForgotPassword = z.object({ identifier: asked("Enter your username or email."), once: fields.once });

/** Emails a reset link to the stored address; to somebody who has no password yet, a fresh invitation. */
export async function forgotPassword(visitor: Visitor, input: z.output<typeof ForgotPassword>): Promise<void> {
  await askForMail(visitor, input.identifier, ({ memberId }) =>
    change(visitor, input.once, async (c) => {
      const person = await lockedPerson(c, memberId);
      c.record("password.reset-asked", {
        accountId: person.accountId,
        id: memberId,
        name: nameOf(person),
      });
      if (person.status === "Pending") return mailInvitation(c, person);
      if (person.status === "Active") return mailReset(c, person);
    }),
  );
}

type Person = Awaited<ReturnType<typeof lockedPerson>>;

const lockedPerson = (c: Change, memberId: string) =>
  c.one(
    c.tx
      .select({
        memberId: members.id,
        accountId: members.accountId,
        company: accounts.name,
        status: members.status,
        invitedBy: members.invitedBy,
        userId: users.id,
        firstName: users.firstName,
        lastName: users.lastName,
        email: users.email,
        hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(members.id, memberId))
      .for("no key update", { of: [members, users] }),
  );

/** In the name of whoever looks after it. */
async function mailInvitation(c: Change, { company, ...person }: Person) {
  const admin = await invitingAdmin(c.tx, person);
  await mailInvitations(c, [person], { company, inviter: admin ? fullName(admin) : company });
}

async function mailReset(c: Change, person: Person) {
  const { userId, memberId, accountId, email, company } = person;
  const url = await issueLink(c, { purpose: "reset", userId, memberId });
  await c.mail({ accountId, memberId, email }, { template: "reset", firstName: shortName(person), company, url });
}
