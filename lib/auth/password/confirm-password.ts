import { eq, sql } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import { tellSecurity } from "../../security";
import { forgetTries, type Limit, returnTry, takeTry } from "../throttle";
import { passwordMatches } from "./hash-password";

/** As at login: ten tries a person and quarter of an hour. A count of its own, so that a stolen session can't close the login. */
const limitOf = (viewer: Viewer): Limit => ({ name: "current-password", of: viewer.userId, most: 10, minutes: 15 });

/** Nothing typed, or nothing asked. */
type Typed = string | null | undefined;

const FIELD = "currentPassword";

const refused = (message: string) => new Refused(message, { field: FIELD });

/** Around `change()`: a refused try must stay counted when the change is taken back. What else is refused was no try. */
export async function countingTries<T>(viewer: Viewer, typed: Typed, work: () => Promise<T>): Promise<T> {
  if (!typed) return work();
  if (!(await takeTry(limitOf(viewer))))
    throw refused("That was wrong too often. Wait a quarter of an hour, then try again.");
  const answer = await work().catch(async (error: unknown) => {
    if (error instanceof Refused && error.field === FIELD) tellSecurity("password.refused", { person: viewer.userId });
    else await returnTry(limitOf(viewer));
    throw error;
  });
  await forgetTries(limitOf(viewer));
  return answer;
}

/**
 * Inside the change, after its form's key is taken: a doubled submit gets the first answer instead of a comparison with
 * the password that the first one saved.
 */
export async function confirmPassword(typed: string, stored: string | null): Promise<void> {
  if (!(await passwordMatches(typed, stored))) throw refused("That isn't your current password.");
}

/** Whoever gave the password this recently has just shown who they are. */
const RECENTLY = sql`interval '5 minutes'`;

/**
 * Inside the change: what is sensitive asks for the password, unless it was given in this session just now. Giving it
 * counts for what comes next, too. `to`: what it is asked for, "change your email".
 */
export async function proveSelf(c: Change, viewer: Viewer, { typed, to }: { typed: Typed; to: string }) {
  if (!typed) {
    if (await gaveItJustNow(c, viewer)) return;
    throw refused(`Enter your current password to ${to}.`);
  }
  const { passwordHash } = await c.one(
    c.tx.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, viewer.userId)),
  );
  await confirmPassword(typed, passwordHash);
  await notePassword(c, viewer);
}

async function gaveItJustNow(c: Change, viewer: Viewer): Promise<boolean> {
  const recent = sql<boolean>`coalesce(${sessions.passwordAt}, ${sessions.createdAt}) > now() - ${RECENTLY}`;
  const [session] = await c.tx.select({ recent }).from(sessions).where(eq(sessions.id, viewer.sessionId));
  return session?.recent ?? false;
}

/** It was given in this session now, and was right. */
export const notePassword = (c: Change, viewer: Viewer) =>
  c.tx.update(sessions).set({ passwordAt: sql`now()` }).where(eq(sessions.id, viewer.sessionId));
