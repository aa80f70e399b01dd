import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { Change } from "../change";
import { Refused, refusedFields } from "../errors";
import { correctEmail } from "./correct-email";
import type { ManagedMember } from "./managed";

type Typed = {
  firstName: string | null;
  lastName: string | null;
  contactNumber: string | null;
  timeZone: string;
  email: string;
};

/** The person themself: only their home account's Admins may, and never the username. */
export async function setPerson(c: Change, viewer: Viewer, member: ManagedMember, typed: Typed) {
  const { contactNumber, timeZone, email } = typed;
  const person = { ...namesOf(member, typed), contactNumber, timeZone };
  await c.tx.update(users).set(person).where(eq(users.id, member.userId));
  if (email !== member.email && member.id === viewer.memberId) throw ownEmail();
  if (email !== member.email) await correctEmail(c, viewer, { ...member, ...person }, email);
  return person;
}

/** Whoever was invited by address alone says their names when they come; a name that exists is never emptied. */
function namesOf(member: ManagedMember, typed: Typed) {
  const missing = refusedFields({
    firstName: member.firstName !== "" && !typed.firstName && "Enter a first name.",
    lastName: member.lastName !== "" && !typed.lastName && "Enter a last name.",
  });
  if (missing) throw missing;
  return { firstName: typed.firstName ?? "", lastName: typed.lastName ?? "" };
}

/** One's own address is proved with a password and confirmed from the new one, which only Edit Profile does. */
const ownEmail = () => new Refused("Change your own email in Settings, Edit Profile.", { field: "email" });
