import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { savedViews } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { keepBooks } from "../change";
import { NotFound } from "../errors";
import { ownViews } from "./own-views";

export const RemoveView = z.object({ viewId: z.uuid("Not found.") });

/** What it showed goes on standing on the page. */
export const removeView = (viewer: Viewer, { viewId }: z.output<typeof RemoveView>) =>
  keepBooks(async (tx) => {
    const [gone] = await tx
      .delete(savedViews)
      .where(and(ownViews(viewer), eq(savedViews.id, viewId)))
      .returning({ name: savedViews.name });
    if (!gone) throw new NotFound();
    return gone;
  });
