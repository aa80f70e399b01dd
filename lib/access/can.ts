import { Refused } from "../errors";
import { allRoles, matrix, type Permission, type Role } from "./permissions";
import type { Viewer } from "./viewer";

/** The groups at which the viewer holds a permission; each counts for everything under it. */
export function groupsWith(viewer: Viewer, permission: Permission): string[] {
  const { roles, product } = matrix[permission];
  if (product && !viewer.products.includes(product)) return [];
  const held = viewer.assignments.filter((a) => roles.includes(a.role));
  return [...new Set(held.map((a) => a.groupId))];
}

/** Whether the viewer may do it somewhere, or, given a group's path, at that group. */
export function can(viewer: Viewer, permission: Permission, path?: readonly string[]): boolean {
  const groups = groupsWith(viewer, permission);
  return path ? path.some((id) => groups.includes(id)) : groups.length > 0;
}

/** Whether it holds in the whole company; otherwise pages speak of the viewer's own part of it. */
export const holdsEverywhere = (viewer: Viewer, permission: Permission) =>
  groupsWith(viewer, permission).includes(viewer.rootGroupId);

/** Nobody grants more than they hold: every permission of the role must be the granter's own, at that group. */
function mayGrant(viewer: Viewer, role: Role, path: readonly string[]): boolean {
  const permissions = Object.values(matrix).filter((row) => row.roles.includes(role));
  const there = viewer.assignments.filter((a) => path.includes(a.groupId));
  return permissions.every((row) => there.some((a) => row.roles.includes(a.role)));
}

/** The roles that the viewer may give at a group, by the group's path. */
export const rolesToGrant = (viewer: Viewer, path: readonly string[]): Role[] =>
  can(viewer, "users.manage", path) ? allRoles.filter((role) => mayGrant(viewer, role, path)) : [];

type At = { path: readonly string[]; field: string };

export function refuseBeyond(viewer: Viewer, role: Role, { path, field }: At) {
  if (!mayGrant(viewer, role, path)) throw new Refused("You can't give more access than you have.", { field });
}

/** The way from the root to a group at which the viewer holds a role. */
export const pathOf = (viewer: Viewer, groupId: string): readonly string[] =>
  viewer.assignments.find((a) => a.groupId === groupId)?.path ?? [];

/** The highest groups at which the viewer holds a permission: none lies under another. */
export function topGroupsWith(viewer: Viewer, permission: Permission): string[] {
  const held = groupsWith(viewer, permission);
  return held.filter((id) => !pathOf(viewer, id).some((above) => above !== id && held.includes(above)));
}
