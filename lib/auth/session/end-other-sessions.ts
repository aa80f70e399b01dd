import { z } from "zod";
import { fullName, type Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { countingTries, proveSelf } from "../password/confirm-password";
import { endSessionsOfUser } from "./end-sessions";

export const EndOtherSessions = z.object({ currentPassword: fields.currentPassword.optional(), once: fields.once });

/** Out everywhere, in every company, but here. */
export const endOtherSessions = (viewer: Viewer, input: z.output<typeof EndOtherSessions>) =>
  countingTries(viewer, input.currentPassword, () =>
    change(viewer, input.once, async (c) => {
      await proveSelf(c, viewer, { typed: input.currentPassword, to: "log out all others" });
      await endSessionsOfUser(c, viewer.userId, { but: viewer.sessionId });
      const subject = { accountId: viewer.accountId, id: viewer.memberId, name: fullName(viewer) };
      c.record("session.ended", subject, { all: "others" });
    }),
  );
