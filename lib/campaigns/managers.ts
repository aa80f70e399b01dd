import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { matrix, rolesWith } from "../access/permissions";

const { product, roles } = matrix["campaigns.manage"];

type Line = string | SQLWrapper;

export const hasLine = (line: Line) =>
  sql<boolean>`exists (select from line_access l where l.member_id = ${members.id} and l.number_id = ${line})`;

/** Of the members who is Active and sees campaigns of that line, as `campaignsWithin` has it. */
export const managesOn = (line: Line): SQL => {
  const holds = (held: readonly string[]) => sql`exists (select from role_assignments a join numbers n on n.id = ${line}
    join groups g on g.id = n.group_id where a.member_id = ${members.id} and a.role in ${[...held]} and g.path @> array[a.group_id])`;
  return sql`${members.status} = 'Active' and ${members.products} @> array[${product}]::text[]
    and ${holds(roles)} and (${hasLine(line)} or ${holds(rolesWith("numbers.manage"))})`;
};
