import { z } from "zod";
import type { Visitor } from "../access/viewer";
import { Refused } from "../errors";
import { anything } from "../fields";
import { logins } from "../metrics";
import { tellSecurity } from "../security";
import { canonical, membershipOf, personBy, typedText } from "./find-login";
import { forgetLoginTries, takeLoginTry } from "./login-tries";
import { passwordMatches } from "./password/hash-password";
import { refusedInSteadyTime } from "./password/steady-time";
import { attemptOf, refused } from "./refused-login";
import { openSession } from "./session/open-session";

/** Anything may be posted here; whatever is no login gets the one generic answer. */
export const LogIn = z.object({ identifier: anything, password: anything, next: anything });

const wrong = () => new Refused("Wrong username, email or password.", { field: "password" });

/** Opens a session; answers its secret, whose it is and where to go next. Unknown, wrong, pending and throttled say and cost the same. */
export async function logIn(visitor: Visitor, input: z.output<typeof LogIn>) {
  const entered = await refusedInSteadyTime(() => enter(visitor, input)).catch((refusal: unknown) => {
    logins.inc({ result: "refused" });
    throw refusal;
  });
  logins.inc({ result: "let in" });
  return entered;
}

async function enter(visitor: Visitor, { identifier, password, next }: z.output<typeof LogIn>) {
  const who = canonical(identifier);
  const person = await personBy(who);
  const attempt = attemptOf(visitor, person ?? { typed: who });
  const tries = await takeLoginTry(attempt);
  // An address that is used up learns nothing about anybody, so it may be refused cheaply.
  const right = tries !== "address" && (await passwordMatches(typedText(password, 1000), person?.passwordHash));
  if (tries !== "taken" || !right || !person) {
    await refused({ visitor, attempt, tries, person });
    throw wrong();
  }
  await forgetLoginTries(attempt);
  const membership = await membershipOf(person.userId);
  const facts = { address: visitor.address, person: person.userId };
  if (membership?.status !== "Active")
    tellSecurity("login.refused", { ...facts, why: membership?.status ?? "nowhere" });
  if (membership?.status === "Disabled") throw new Refused("Your account is disabled. Ask an Admin of your company.");
  if (membership?.status !== "Active") throw wrong();
  const token = await openSession(visitor, { ...person, ...membership, password: typedText(password, 1000) });
  if (!token) throw wrong();
  tellSecurity("login.let-in", { ...facts, member: membership.memberId });
  return { token, memberId: membership.memberId, next };
}
