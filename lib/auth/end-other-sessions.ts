import { z } from "zod";
import { fullName, type Viewer } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";
import { endSessionsOfUser } from "./end-sessions";

export const EndOtherSessions = z.object({ once: fields.once });

/** Out everywhere, in every company, but here. */
export const endOtherSessions = (viewer: Viewer, input: z.output<typeof EndOtherSessions>) =>
  change(viewer, input.once, async (c) => {
    await endSessionsOfUser(c, viewer.userId, { but: viewer.sessionId });
    const subject = { accountId: viewer.accountId, id: viewer.memberId, name: fullName(viewer) };
    c.record("session.ended", subject, { all: "others" });
  });
