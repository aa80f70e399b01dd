import { z } from "zod";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { revokeLinksOfUsers } from "../../links/revoke";
import { myself, subjectOf } from "../myself";
import { waitingEmail } from "./waiting-email";

export const CancelEmailChange = z.object({ once: fields.once });

/** The address that waits is forgotten and its link dies. */
export const cancelEmailChange = (viewer: Viewer, input: z.output<typeof CancelEmailChange>) =>
  change(viewer, input.once, async (c) => {
    const me = await myself(c, viewer);
    const email = await waitingEmail(c, viewer);
    await revokeLinksOfUsers(c, { userIds: [me.userId], purposes: ["email-change"] });
    c.record("email.change-cancelled", subjectOf(me), { before: { email }, after: { email: me.email } });
  });
