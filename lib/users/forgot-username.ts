import { eq } from "drizzle-orm";
import { z } from "zod";
import { accounts } from "@/db/schema";
import { fullName, shortName, type Visitor } from "../access/viewer";
import { canonical } from "../auth/find-login";
import { change } from "../change";
import * as fields from "../fields";
import { asked, askForMail } from "./ask-for-mail";

export const ForgotUsername = z.object({ email: asked("Enter your email address."), once: fields.once });

/** Emails the username to the stored address. */
export async function forgotUsername(visitor: Visitor, input: z.output<typeof ForgotUsername>): Promise<void> {
  // Only an address counts here: whoever knows the username has not forgotten it.
  const address = canonical(input.email).includes("@") ? input.email : "";
  await askForMail(visitor, address, ({ accountId, memberId, email, username, ...person }) =>
    change(visitor, input.once, async (c) => {
      const name = fullName(person) || email;
      c.record("username.reminded", { accountId, id: memberId, name });
      const company = await c.one(
        c.tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId)),
      );
      if (!username) return; // Invited by email, and not chosen yet.
      await c.mail(
        { accountId, memberId, email },
        { template: "username-reminder", firstName: shortName(person), company: company.name, username },
      );
    }),
  );
}
