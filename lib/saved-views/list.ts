import { and, asc, eq } from "drizzle-orm";
import { byIndex } from "@/db";
import { savedViews } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import type { KeptListName } from "./kept-lists";
import { ownViews } from "./own-views";

export type SavedView = { id: string; name: string; query: string };

/** What the viewer has kept for themself of a list in this company, as they kept it one after the other. */
export const listViews = (viewer: Viewer, list: KeptListName): Promise<SavedView[]> =>
  byIndex
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(and(ownViews(viewer), eq(savedViews.list, list)))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id));
