import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { accounts } from "@/db/schema";
import { holdsEverywhere } from "../access/can";
import type { Viewer } from "../access/viewer";
import { hasAnotherAdmin } from "../members/access/keep-an-admin";

/** Who hasn't begun by then has their own way of working. */
const SHOWN_FOR = sql`interval '30 days'`;

/** What there is to do first, in this order, and what of it is done. */
export type FirstDays = Record<"number" | "group" | "colleague" | "admins", boolean>;

/** For who looks after the whole company while it is young; null once all is done or somebody has dismissed it. */
export async function getFirstDays(viewer: Viewer): Promise<FirstDays | null> {
  if (!holdsEverywhere(viewer, "company.manage") || !holdsEverywhere(viewer, "users.manage")) return null;
  const [days] = await db
    .select({
      number: sql<boolean>`exists (select from numbers n where n.account_id = ${viewer.accountId})`,
      group: sql<boolean>`exists (select from groups g where g.account_id = ${viewer.accountId} and g.parent_id is not null)`,
      colleague: sql<boolean>`exists (select from members m where m.account_id = ${viewer.accountId} and m.id <> ${viewer.memberId})`,
      admins: hasAnotherAdmin(viewer),
      isShown: sql<boolean>`${accounts.firstDaysClosedAt} is null and ${accounts.createdAt} > now() - ${SHOWN_FOR}`,
    })
    .from(accounts)
    .where(eq(accounts.id, viewer.accountId));
  if (!days) return null;
  const { isShown, ...steps } = days;
  return isShown && !Object.values(steps).every(Boolean) ? steps : null;
}
