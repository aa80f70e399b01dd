import { z } from "zod";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { nameOfTemplate } from "../../email/templates";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { decide, managedEmail } from "./managed-email";
import { refuseDecided } from "./refuse-decided";

export const LeaveIt = z.object({ emailId: z.uuid("Not found."), once: fields.once });

/** An email that failed stays unsent, and nobody is asked about it any more. */
export const leaveIt = (viewer: Viewer, input: z.output<typeof LeaveIt>) =>
  change(viewer, input.once, async (c) => {
    const { email, subject } = await managedEmail(c, viewer, input.emailId);
    if (email.state !== "failed") throw new Refused("This email did not fail, so there is nothing to decide.");
    refuseDecided(email);
    await decide(c, email.id);
    c.record("email.left", subject, { email: nameOfTemplate(email.template) });
    return { to: email.to };
  });
