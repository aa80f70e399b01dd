import type { Visitor } from "../access/viewer";
import { canonical, membershipOf, personBy } from "../auth/find-login";
import { networkOf } from "../auth/network";
import { inSteadyTime } from "../auth/password/steady-time";
import { takeTry } from "../auth/throttle";
import { anything } from "../fields";

/** Anything may be posted; only an empty field is worth a word. Whatever is nobody gets the one answer. */
export const asked = (empty: string) =>
  anything.refine((typed) => typeof typed !== "string" || typed.trim() !== "", { error: empty });

type Person = NonNullable<Awaited<ReturnType<typeof personBy>>>;
type Membership = NonNullable<Awaited<ReturnType<typeof membershipOf>>>;

/** Emails that a person can be sent from outside in an hour, and what an address (a whole office) may ask for. */
const EMAILS = 10;
const ASKED = 1000;

/**
 * What Forgot Password and Forgot Username share: `send` is called for a person who exists, within the limits. Whoever
 * asks can't tell whether it was, neither by the answer nor by its time.
 */
export function askForMail(visitor: Visitor, typed: unknown, send: (person: Person & Membership) => Promise<unknown>) {
  return inSteadyTime(async () => {
    const identifier = canonical(typed);
    const person = await personBy(identifier);
    if (!(await takeTry({ name: "mail-address", of: networkOf(visitor.address), most: ASKED, minutes: 60 }))) return;
    if (!(await takeTry({ name: "mail-person", of: person?.userId ?? identifier, most: EMAILS, minutes: 60 }))) return;
    const membership = person && (await membershipOf(person.userId));
    // Disabled: there is nothing that an email could help them to.
    if (person && membership && membership.status !== "Disabled") await send({ ...person, ...membership });
  });
}
