import { Refused } from "../errors";
import { isRole, matrix, type Permission, type Role } from "./permissions";
import type { Viewer } from "./viewer";

/** The groups at which the viewer holds a permission; each counts for everything under it. */
export function groupsWith(viewer: Viewer, permission: Permission): string[] {
  const { roles, product } = matrix[permission];
  if (product && !viewer.products.includes(product)) return [];
  const held = viewer.assignments.filter((a) => isRole(a.role) && roles.includes(a.role));
  return [...new Set(held.map((a) => a.groupId))];
}

/** Whether the viewer may do it somewhere, or, given a group's path, at that group. */
export function can(viewer: Viewer, permission: Permission, path?: readonly string[]): boolean {
  const groups = groupsWith(viewer, permission);
  return path ? path.some((id) => groups.includes(id)) : groups.length > 0;
}

/** Nobody grants more than they hold: every permission of the role must be the granter's own, at that group. */
export function refuseBeyond(viewer: Viewer, role: Role, path: readonly string[]) {
  const permissions = Object.entries(matrix).filter(([, row]) => row.roles.includes(role));
  const holds = permissions.every(([, row]) =>
    viewer.assignments.some((a) => isRole(a.role) && row.roles.includes(a.role) && path.includes(a.groupId)),
  );
  if (!holds) throw new Refused("You can't give more access than you have.", { field: "userType" });
}
