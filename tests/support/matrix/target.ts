import type { Permission } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type Company, makeCompany, onceKey, type Person, unique } from "../cast";

/**
 * What a verb may be aimed at: somebody Active with a line, somebody Pending, a guest whose login belongs elsewhere, that
 * line, and an empty group. They all stand in one group: the root, or West, beside which there is East.
 */
export type Target = {
  company: Company;
  active: Person;
  pending: Person;
  disabled: Person;
  guest: Person;
  numberId: string;
  /** Where they stand, and an empty group under it. */
  placeId: string;
  groupId: string;
  west: string;
  east: string;
};
/**
 * `everywhere`: it concerns the viewer's own company, whichever that is, and takes no target. `inGroup`: what it is aimed
 * at is the group, in which a person is named by what an Admin types.
 */
export type Row = {
  permission: Permission;
  everywhere?: true;
  inGroup?: true;
  act: (viewer: Viewer, target: Target) => Promise<unknown>;
};

export const person = () => ({
  firstName: "Ivo",
  lastName: "Kral",
  timeZone: "UTC",
  username: unique(),
  email: `${unique()}@x.example`,
});
export const aimed = (who: Person) => ({ memberId: who.memberId, once: onceKey() });

export async function target(where: "root" | "west" = "root"): Promise<Target> {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const [west, east] = [await company.group("West"), await company.group("East")];
  const placeId = where === "west" ? west.id : company.rootGroupId;
  const line = await company.number({ groupId: placeId });
  const group = await company.group("Store", placeId);
  return {
    company,
    active: await company.endUser({ groupId: placeId, lines: [line] }),
    pending: await company.pending({ groupId: placeId }),
    disabled: await company.disabled({ groupId: placeId }),
    guest: await company.guest(await elsewhere.endUser(), { groupId: placeId }),
    numberId: line.id,
    placeId,
    groupId: group.id,
    west: west.id,
    east: east.id,
  };
}
