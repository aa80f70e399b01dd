import { rolesToGrant } from "../../access/can";
import { allRoles, roleNames } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { groupsToGive } from "../../groups/options";
import { firstGroup } from "../add";

/** The other roles that the viewer may give, and where; which goes with which is judged when it is given. */
export async function accessOptions(viewer: Viewer) {
  const roles = allRoles
    .filter((role) => viewer.assignments.some(({ path }) => rolesToGrant(viewer, path).includes(role)))
    .map((role) => ({ value: role, label: roleNames[role] }));
  return { roles, groups: await groupsToGive(viewer), group: firstGroup(viewer) ?? "" };
}
