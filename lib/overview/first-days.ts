import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts } from "@/db/schema";
import { holdsEverywhere } from "../access/can";
import { rolesWith } from "../access/permissions";
import type { Viewer } from "../access/viewer";

/** Who hasn't begun by then has their own way of working. */
const SHOWN_FOR = sql`interval '30 days'`;

/** What there is to do first, in this order, and what of it is done. */
export type FirstDays = Record<"number" | "group" | "colleague" | "admins", boolean>;

/** For who looks after the whole company while it is young; null once all is done or somebody has dismissed it. */
export async function getFirstDays(viewer: Viewer): Promise<FirstDays | null> {
  if (!holdsEverywhere(viewer, "company.manage") || !holdsEverywhere(viewer, "users.manage")) return null;
  const admins = sql.param([...rolesWith("users.manage")]);
  const [days] = await db
    .select({
      number: sql<boolean>`exists (select from numbers n where n.account_id = ${viewer.accountId})`,
      group: sql<boolean>`exists (select from groups g where g.account_id = ${viewer.accountId} and g.parent_id is not null)`,
      colleague: sql<boolean>`exists (select from members m where m.account_id = ${viewer.accountId} and m.id <> ${viewer.memberId})`,
      admins: sql<boolean>`(select count(*) > 1 from (select distinct m.id from role_assignments a join members m on m.id = a.member_id
        where a.account_id = ${viewer.accountId} and a.role = any(${admins}::text[]) and a.group_id = ${viewer.rootGroupId}
          and m.status = 'Active' limit 2) found)`,
      isShown: sql<boolean>`${accounts.firstDaysClosedAt} is null and ${accounts.createdAt} > now() - ${SHOWN_FOR}`,
    })
    .from(accounts)
    .where(eq(accounts.id, viewer.accountId));
  if (!days) return null;
  const { isShown, ...steps } = days;
  return isShown && !Object.values(steps).every(Boolean) ? steps : null;
}
