import { desc, eq } from "drizzle-orm";
import { db } from "@/db";
import { campaigns, numbers } from "@/db/schema";
import { ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";

/** More are told by their lines and days. */
const MOST = 100;

/** The newest campaigns from lines whose texts the viewer may report on: to narrow the history to one. */
export const campaignsTold = (viewer: Viewer) =>
  db
    .select({ value: campaigns.id, label: campaigns.name })
    .from(campaigns)
    .innerJoin(numbers, eq(numbers.id, campaigns.numberId))
    .where(ownLinesWithin(viewer, "reports.download"))
    .orderBy(desc(campaigns.createdAt))
    .limit(MOST);
