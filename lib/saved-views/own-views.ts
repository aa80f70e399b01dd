import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import type { Viewer } from "../access/viewer";

/** Nobody else's are there for anyone. */
export const ownViews = (viewer: Viewer) =>
  and(eq(savedViews.accountId, viewer.accountId), eq(savedViews.memberId, viewer.memberId));
