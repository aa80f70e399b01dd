import type { editMember } from "@/lib/members/edit";
import { onceKey, type Person } from "./cast";
import { rowsOf } from "./rows";

type Input = Parameters<typeof editMember>[1];

/** The form of a person's page as it was loaded, with what an Admin then typed. */
export async function editFormOf(person: Person, changes: Partial<Input> = {}): Promise<Input> {
  const row = await rowsOf(person);
  return {
    memberId: person.memberId,
    revision: row?.member.revision ?? 0,
    firstName: person.firstName,
    lastName: person.lastName,
    defaultNumber: row?.member.defaultNumberId ?? null,
    contactNumber: row?.user.contactNumber ?? null,
    timeZone: person.timeZone,
    email: person.email,
    once: onceKey(),
    ...changes,
  };
}
