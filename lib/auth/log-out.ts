import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import { change } from "../change";

export const LogOut = z.object({});

/** Ends the session that asks. */
export const logOut = (viewer: Viewer) =>
  change(viewer, undefined, async (c) => {
    await c.tx.delete(sessions).where(eq(sessions.id, viewer.sessionId));
    c.record("session.ended", { accountId: viewer.accountId, id: viewer.memberId, name: fullName(viewer) });
  });
