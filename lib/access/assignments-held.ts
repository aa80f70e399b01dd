import { sql } from "drizzle-orm";
import type { Product } from "./permissions";
import type { Assignment, Viewer } from "./viewer";

/** A member's roles, each with the path of its group, as JSON, in one order. */
export const assignmentsHeld = sql<Assignment[]>`coalesce((select json_agg(
    json_build_object('role', a.role, 'groupId', a.group_id, 'path', g.path) order by a.group_id, a.role)
  from role_assignments a join groups g on g.id = a.group_id where a.member_id = members.id), '[]')`;

type Held = { assignments: readonly Assignment[]; products: readonly Product[] };

/** Whether somebody's rights are still those that the viewer came with. A group that was moved is the same group. */
export const holdsSame = (viewer: Viewer, now: Held) => rights(viewer) === rights(now);

const rights = ({ assignments, products }: Held) =>
  JSON.stringify([assignments.map(({ role, groupId }) => [role, groupId]), products]);
