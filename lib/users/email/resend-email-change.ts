import { z } from "zod";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { myself, subjectOf } from "../myself";
import { countConfirmation, mailConfirmation } from "./mail-confirmation";
import { waitingEmail } from "./waiting-email";

export const ResendEmailChange = z.object({ once: fields.once });

/** Another link to the address that waits, with a full day; the one before stops working. */
export async function resendEmailChange(viewer: Viewer, input: z.output<typeof ResendEmailChange>) {
  await countConfirmation(viewer);
  return change(viewer, input.once, async (c) => {
    const me = await myself(c, viewer);
    const email = await waitingEmail(c, viewer);
    await mailConfirmation(c, { me, company: viewer.accountName, email });
    c.record("email.change-asked", subjectOf(me), { before: { email: me.email }, after: { email } });
    return { email };
  });
}
