import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { members, users } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { countingTries } from "../auth/password/confirm-password";
import { change } from "../change";
import { changed, isChanged } from "../changed";
import * as fields from "../fields";
import type { Home } from "../numbers/countries";
import { refuseOverwrite, revision } from "../revision";
import { changeEmail } from "./email/change-email";
import { countConfirmation } from "./email/mail-confirmation";
import { loginOf, myself, subjectOf } from "./myself";

export const UpdateProfile = ({ country }: Home) =>
  z
    .object({
      firstName: fields.firstName,
      lastName: fields.lastName,
      contactNumber: fields.optional(fields.phone(country)),
      timeZone: fields.timeZone,
      locale: fields.optional(fields.locale).optional(),
      clock: fields.optional(fields.clock).optional(),
      weekStart: fields.optional(fields.weekStart).optional(),
      letterKeys: fields.tick,
      defaultNumber: fields.optional(z.uuid("Choose one of your lines.")),
      email: fields.email,
      currentPassword: fields.currentPassword,
      revision,
      once: fields.once,
    })
    .refine(fields.isNamed, fields.isNamedOr);

/**
 * One's own profile; never the username. A new email only waits to be confirmed (see change-email.ts): the answer names
 * the address that waits, or null.
 */
export async function updateProfile(viewer: Viewer, input: z.output<ReturnType<typeof UpdateProfile>>) {
  const { once, revision, defaultNumber, email, currentPassword, locale, clock, weekStart, letterKeys, ...named } =
    input;
  const moves = await isNew(viewer, email);
  if (moves) await countConfirmation(viewer);
  const save = () =>
    change(viewer, once, async (c) => {
      const me = await myself(c, viewer);
      refuseOverwrite(me, { revision });
      const person = {
        ...named,
        locale: orAsItIs(locale, me.locale),
        clock: orAsItIs(clock, me.clock),
        weekStart: orAsItIs(weekStart, me.weekStart),
        letterKeys: orAsItIs(letterKeys, me.letterKeys),
      };
      await c.tx.update(users).set(person).where(eq(users.id, me.userId));
      // Somebody else's line breaks the foreign key, which answers beside the field.
      await c.tx.update(members).set({ defaultNumberId: defaultNumber }).where(eq(members.id, me.memberId));
      const [now, atHome] = [{ ...me, ...person }, me.accountId === me.homeAccountId];
      const here = atHome ? { ...person, defaultNumber } : { defaultNumber };
      const [details, login] = [changed(me, here), changed(me, person)];
      if (isChanged(details)) c.record("profile.edited", subjectOf(now), details);
      if (!atHome && isChanged(login)) c.record("profile.edited", loginOf(now), login, { bySubject: true });
      if (moves) await changeEmail(c, viewer, me, { email, currentPassword });
      const isSame = !moves && !isChanged(details) && !isChanged(login);
      return isSame ? c.unchanged({ waits: null }) : { waits: moves ? email : null };
    });
  return countingTries(viewer, moves ? currentPassword : null, save);
}

/** A form from before there was a field leaves it as it is. */
const orAsItIs = <T>(sent: T | undefined, now: T): T => (sent === undefined ? now : sent);

async function isNew(viewer: Viewer, email: string): Promise<boolean> {
  const [me] = await db.select({ email: users.email }).from(users).where(eq(users.id, viewer.userId));
  return me?.email.toLowerCase() !== email.toLowerCase();
}
