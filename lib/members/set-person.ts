import { eq } from "drizzle-orm";
import { byKey } from "@/db/naming";
import { users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { Refused } from "../errors";
import { isNamed, NO_NAME } from "../fields";
import { correctEmail } from "./correct-email";
import type { ManagedMember } from "./managed-members";

type Typed = {
  firstName: string;
  lastName: string;
  contactNumber: string | null;
  timeZone: string;
  email: string;
};

/** The person themself: only their home account's Admins may, and never the username. */
export async function setPerson(c: Change, viewer: Viewer, member: ManagedMember, typed: Typed) {
  const { contactNumber, timeZone, email } = typed;
  const person = { ...namesOf(member, typed), contactNumber, timeZone };
  await byKey(c.tx.update(users).set(person).where(eq(users.id, member.userId)));
  if (email !== member.email && member.id === viewer.memberId) throw ownEmail();
  if (email !== member.email) await correctEmail(c, viewer, { ...member, ...person }, email);
  return person;
}

/** Whoever was invited by address alone says their names when they come; whoever has a name keeps one. */
function namesOf(member: ManagedMember, { firstName, lastName }: Typed) {
  const names = { firstName, lastName };
  if (isNamed(member) && !isNamed(names)) throw new Refused(NO_NAME, { field: "firstName" });
  return names;
}

/** One's own address is proved with a password and confirmed from the new one, which only Edit Profile does. */
const ownEmail = () => new Refused("Change your own email in Settings, Edit Profile.", { field: "email" });
