import { and, asc, eq, isNotNull } from "drizzle-orm";
import { v7 } from "uuid";
import { groups } from "@/db/schema";
import type { Change } from "@/lib/change";

type Company = { id: string; name: string; rootGroupId: string };
type Row = typeof groups.$inferInsert & { id: string };

/** How many groups there are on each level under the root, for so many in all: five levels, each wider than the one above. */
const SHARES = [0.004, 0.02, 0.1, 0.3];

const levelsFor = (wanted: number) => {
  const upper = SHARES.map((share) => Math.max(1, Math.round(wanted * share)));
  return [...upper, Math.max(1, wanted - upper.reduce((sum, n) => sum + n, 0))];
};

/** A tree five deep under the root; made where the company has none but its root. Answers all of it, level by level. */
export async function ensureGroups(c: Change, { id: accountId, name, rootGroupId }: Company, wanted: number) {
  const mine = and(eq(groups.accountId, accountId), isNotNull(groups.parentId));
  const found = await c.tx.select({ id: groups.id }).from(groups).where(mine).orderBy(asc(groups.id));
  if (found.length > 0 || wanted === 0) return found.map((group) => group.id);
  let above = [rootGroupId];
  const made: string[] = [];
  for (const [level, count] of levelsFor(wanted).entries()) {
    const rows = Array.from(
      { length: count },
      (_, at): Row => ({
        id: v7(),
        accountId,
        parentId: above[at % above.length] ?? rootGroupId,
        name: `${["Region", "Area", "District", "Town", "Store"][level]} ${at + 1}`,
        isLocation: level === 4,
      }),
    );
    await c.tx.insert(groups).values(rows);
    above = rows.map((row) => row.id);
    made.push(...above);
  }
  c.record("group.added", { accountId, id: accountId, name }, { groups: made.length });
  return made;
}
