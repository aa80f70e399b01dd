import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { keepBooks } from "../change";

export const CloseWelcome = z.object({});

/** They have read what they may do here. */
export async function closeWelcome(viewer: Viewer): Promise<void> {
  await keepBooks((tx) => tx.update(sessions).set({ isNew: false }).where(eq(sessions.id, viewer.sessionId)));
}
