import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import type { Visitor } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { deadLink } from "../../links/dead-link";
import { redeemLink, subjectOf } from "../../links/redeem";
import { token } from "../../links/token";

export const CheckEmail = z.object({ token, once: fields.once });

/** The address that an Admin has entered has answered. Answers whose it is. */
export const checkEmail = (visitor: Visitor, input: z.output<typeof CheckEmail>) =>
  change(visitor, input.once, async (c) => {
    const person = await redeemLink(c, "email-check", input.token);
    if (person.newEmail !== person.email) throw deadLink();
    await c.tx.update(users).set({ emailUncheckedSince: null }).where(eq(users.id, person.userId));
    c.record("email.checked", subjectOf(person), { email: person.email });
    return { userId: person.userId };
  });
