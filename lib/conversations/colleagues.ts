import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { lineAccess, members, users } from "@/db/schema";
import { matrix } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import { fullName } from "../access/viewer";
import type { Change } from "../change";
import { idList } from "../id-list";
import type { Reader } from "../reader";

const { product, roles } = matrix["messages.send"];

/** A member who may send from the lines of a group: a role that sends, held there or above. `path`: the group's. */
export const maySendAt = (path: SQL) =>
  sql`(${members.products} @> array[${product}]::text[] and exists (select from role_assignments a
    where a.member_id = ${members.id} and a.role = any(${sql.param([...roles])}::text[]) and a.group_id = any(${path})))`;

/** Who is Active, has the line and may send from it. */
const maySendFrom = (number: { id: string; path: readonly string[] }): SQL | undefined =>
  and(eq(lineAccess.numberId, number.id), eq(members.status, "Active"), maySendAt(idList(number.path)));

/** Held until the change ends: nobody takes it from them meanwhile, or the right to send from it. What is asked after it holds. */
export async function keepsLine(c: Change, memberId: string, numberId: string | SQL): Promise<boolean> {
  const theirs = and(eq(lineAccess.memberId, memberId), eq(lineAccess.numberId, numberId));
  return (await c.tx.select({ id: lineAccess.numberId }).from(lineAccess).where(theirs).for("key share")).length > 0;
}

/** Colleagues to whom a conversation of that line can be handed over. */
export async function colleaguesOn(
  viewer: Viewer,
  number: { id: string; path: readonly string[] },
  reader: Reader,
  most = 200,
) {
  const found = await reader
    .select({ id: members.id, firstName: users.firstName, lastName: users.lastName })
    .from(lineAccess)
    .innerJoin(members, eq(members.id, lineAccess.memberId))
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(maySendFrom(number), ne(members.id, viewer.memberId), eq(members.accountId, viewer.accountId)))
    .orderBy(members.nameKey, members.id)
    .limit(most);
  return found.map(({ id, ...person }) => ({ id, name: fullName(person) }));
}
