import { eq } from "drizzle-orm";
import { db } from "@/db";
import { accounts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { groupsToGive } from "../groups/options";
import { numberOptions } from "../numbers/options";
import { firstGroup } from "./add";

/** What the New User form offers: numbers and groups that the viewer may give, and what to begin with. */
export async function newMemberOptions(viewer: Viewer) {
  const theirs = db.select({ timeZone: accounts.timeZone }).from(accounts).where(eq(accounts.id, viewer.accountId));
  const [numbers, groups, [account]] = await Promise.all([numberOptions(viewer), groupsToGive(viewer), theirs]);
  return { numbers, groups, group: firstGroup(viewer) ?? "", timeZone: account?.timeZone ?? viewer.timeZone };
}
