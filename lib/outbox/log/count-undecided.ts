import { sql } from "drizzle-orm";
import { byIndex } from "@/db";
import { outbox } from "@/db/schema";
import { can, groupsWith } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { emailsManagedBy } from "./email-scope";

/** Nobody needs a more exact number than "100 or more". */
export const MOST_COUNTED = 100;

/** Of an account with more than these, an Admin of a group is told about theirs among the newest. */
const MOST_LOOKED_AT = 2000;

/** How many failed emails wait for a decision of the viewer's. By the partial index that holds nothing else. */
export async function countUndecided(viewer: Viewer): Promise<number> {
  if (!can(viewer, "audit.view") || !can(viewer, "users.manage")) return 0;
  const atRoot = groupsWith(viewer, "users.manage").includes(viewer.rootGroupId);
  const looked = atRoot ? MOST_COUNTED : MOST_LOOKED_AT;
  const mine = atRoot ? undefined : sql`where ${emailsManagedBy(viewer)}`;
  const [row] = await byIndex.execute<{ count: number }>(sql`select count(*)::int as count from (
    select from (select ${outbox.accountId}, ${outbox.memberId} from ${outbox}
      where ${outbox.accountId} = ${viewer.accountId} and ${outbox.state} = 'failed' and ${outbox.decidedAt} is null
      order by ${outbox.createdAt} desc limit ${looked}) outbox ${mine} limit ${MOST_COUNTED}) counted`);
  return row?.count ?? 0;
}
