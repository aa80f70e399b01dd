import type { Viewer } from "../access/viewer";
import { Refused } from "../errors";
import { passwordMatches } from "./passwords";
import { forgetTries, type Limit, takeTry } from "./throttle";

/** As at login: ten tries a person and quarter of an hour. A count of its own, so that a stolen session can't close the login. */
const limitOf = (viewer: Viewer): Limit => ({ name: "current-password", of: viewer.userId, most: 10, minutes: 15 });

const refused = (message: string) => new Refused(message, { field: "currentPassword" });

/** Call it before `change()`: a refused try must stay counted when the change is taken back. */
export async function countPasswordTry(viewer: Viewer): Promise<void> {
  if (await takeTry(limitOf(viewer))) return;
  throw refused("That was wrong too often. Wait a quarter of an hour, then try again.");
}

/**
 * Inside the change, after its form's key is taken: a doubled submit gets the first answer instead of a comparison with
 * the password that the first one saved.
 */
export async function confirmPassword(typed: string, stored: string | null): Promise<void> {
  if (!(await passwordMatches(typed, stored))) throw refused("That isn't your current password.");
}

export const forgetPasswordTries = (viewer: Viewer) => forgetTries(limitOf(viewer));
