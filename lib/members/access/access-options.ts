import { rolesToGrant } from "../../access/can";
import { allRoles, roleNames } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import { offer } from "../../pick/offer";
import { firstGroup } from "../add";

/** The other roles that the viewer may give, and where; which goes with which is judged when it is given. */
export async function accessOptions(viewer: Viewer, asked?: string) {
  const roles = allRoles
    .filter((role) => viewer.assignments.some(({ path }) => rolesToGrant(viewer, path).includes(role)))
    .map((role) => ({ value: role, label: roleNames[role] }));
  const group = firstGroup(viewer) ?? "";
  const groups = await offer(viewer, { from: "groups-to-give", chosen: asked || group });
  return { roles, groups, group };
}
