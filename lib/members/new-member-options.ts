import { eq } from "drizzle-orm";
import { db } from "@/db";
import { accounts } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { offer } from "../pick/offer";
import { firstGroup } from "./add";

/** What the New User form offers: numbers and groups that the viewer may give, and what to begin with. */
export async function newMemberOptions(viewer: Viewer) {
  const theirs = db.select({ timeZone: accounts.timeZone }).from(accounts).where(eq(accounts.id, viewer.accountId));
  const group = firstGroup(viewer) ?? "";
  const [numbers, groups, [account]] = await Promise.all([
    offer(viewer, { from: "numbers-to-give" }),
    offer(viewer, { from: "groups-to-give", chosen: group }),
    theirs,
  ]);
  return { numbers, groups, group, timeZone: account?.timeZone ?? viewer.timeZone };
}
