import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema";
import { fullName, type Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { deviceName } from "../device-name";
import { countingTries, proveSelf } from "../password/confirm-password";

export const EndSession = z.object({
  sessionId: z.uuid("Not found."),
  currentPassword: fields.currentPassword.optional(),
  once: fields.once,
});

/** Ends one of one's own sessions, in whichever company it is; it is out at its next request. */
export const endSession = (viewer: Viewer, input: z.output<typeof EndSession>) =>
  countingTries(viewer, input.currentPassword, () =>
    change(viewer, input.once, async (c) => {
      await proveSelf(c, viewer, { typed: input.currentPassword, to: "end a session" });
      const ended = await c.one(
        c.tx
          .delete(sessions)
          .where(and(eq(sessions.id, input.sessionId), eq(sessions.userId, viewer.userId)))
          .returning({ address: sessions.address, userAgent: sessions.userAgent }),
      );
      const device = deviceName(ended.userAgent);
      const subject = { accountId: viewer.accountId, id: viewer.memberId, name: fullName(viewer) };
      c.record("session.ended", subject, { device, address: ended.address });
      return { device };
    }),
  );
