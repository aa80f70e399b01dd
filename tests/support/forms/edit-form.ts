import { allProducts } from "@/lib/access/permissions";
import type { editMember } from "@/lib/members/edit";
import { onceKey, type Person } from "../cast";
import { linesOf, rolesOf, rowsOf } from "../rows";

type Input = Parameters<typeof editMember>[1];

/** The form of a person's page as it was loaded, with what an Admin then typed. */
export async function editFormOf(person: Person, changes: Partial<Input> = {}): Promise<Input> {
  const row = await rowsOf(person);
  const roles = (await rolesOf(person)).map(({ role, groupId }) => `${role}:${groupId}`);
  const lines = await linesOf(person);
  return {
    memberId: person.memberId,
    revision: row?.member.revision ?? 0,
    firstName: person.firstName,
    lastName: person.lastName,
    defaultNumber: row?.member.defaultNumberId ?? null,
    contactNumber: row?.user.contactNumber ?? null,
    timeZone: person.timeZone,
    email: person.email,
    role: roles,
    roleShown: roles,
    newRole: null,
    newGroup: null,
    newLine: null,
    products: allProducts.filter((product) => row?.member.products.includes(product)),
    productsShown: "yes",
    lines,
    lineShown: lines,
    once: onceKey(),
    ...changes,
  };
}
