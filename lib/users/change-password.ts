import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import { shortName, type Viewer } from "../access/viewer";
import { confirmPassword, countingTries, notePassword } from "../auth/password/confirm-password";
import { hashPassword } from "../auth/password/hash-password";
import { newPassword, sameTwice, sameTwiceOr } from "../auth/password/new-password";
import { refuseWeak } from "../auth/password/weak-password";
import { endSessionsOfUser } from "../auth/session/end-sessions";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { revokeLinksOfUsers } from "../links/revoke";
import { letterTo, myself, subjectOf } from "./myself";

export const ChangePassword = z
  .object({
    currentPassword: fields.typedPassword("Enter your current password."),
    ...newPassword,
    once: fields.once,
  })
  .refine(sameTwice, sameTwiceOr);

/** Out everywhere but here; whoever holds a link to reset the password or to move the email holds it in vain. */
export const changePassword = (viewer: Viewer, input: z.output<typeof ChangePassword>) =>
  countingTries(viewer, input.currentPassword, () =>
    change(viewer, input.once, async (c) => {
      const me = await myself(c, viewer);
      await confirmPassword(input.currentPassword, me.passwordHash);
      if (input.password === input.currentPassword)
        throw new Refused("That is the password you have. Choose another.", { field: "password" });
      refuseWeak(input.password, { ...me, company: viewer.accountName });
      const passwordHash = await hashPassword(input.password);
      await c.tx.update(users).set({ passwordHash, passwordChangedAt: sql`now()` }).where(eq(users.id, me.userId));
      await notePassword(c, viewer);
      await endSessionsOfUser(c, me.userId, { but: viewer.sessionId });
      await revokeLinksOfUsers(c, { userIds: [me.userId], purposes: ["reset", "email-change"] });
      const letter = { template: "password-changed", firstName: shortName(me), company: viewer.accountName } as const;
      await c.mail(letterTo(me), letter);
      c.record("password.changed", subjectOf(me));
    }),
  );
