import { makeCompany, type Person, viewerOf } from "./cast";
import { editFormOf } from "./forms/edit-form";
import { eventsOf, rolesOf } from "./rows";

export type AccessChanges = Parameters<typeof editFormOf>[1];

/** As the page with a script sends it: the difference was shown while it was chosen. */
export const accessFormOf = (person: Person, changes: AccessChanges = {}) =>
  editFormOf(person, { reviewed: "live", ...changes });

export const heldBy = async (person: Person) =>
  (await rolesOf(person)).map(({ role, groupId }) => `${role}:${groupId}`).sort();

export const newestEvent = async (person: Person, action: string) =>
  (await eventsOf(person.memberId)).find((event) => event.action === action)?.details;

/** A company with a store in the west. */
export async function companyWithStore() {
  const made = await makeCompany();
  const west = await made.group("West");
  const store4 = await made.group("Store 4", west.id);
  return { ...made, west, store4, viewer: await viewerOf(made.ana) };
}
