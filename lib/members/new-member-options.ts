import { eq } from "drizzle-orm";
import { db } from "@/db";
import { accounts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { numberOptions } from "../numbers/options";

/** What the New User form offers: the numbers that the viewer may give, and the company's time zone to begin with. */
export async function newMemberOptions(viewer: Viewer) {
  const theirs = db.select({ timeZone: accounts.timeZone }).from(accounts).where(eq(accounts.id, viewer.accountId));
  const [numbers, [account]] = await Promise.all([numberOptions(viewer), theirs]);
  return { numbers, timeZone: account?.timeZone ?? viewer.timeZone };
}
