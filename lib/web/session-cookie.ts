import { logOut } from "../auth/log-out";
import { signIn, signOut } from "../auth/nextauth";
import { rememberBrowser } from "./browser-marks";
import { sessionSecret } from "./session-secret";
import { currentViewer } from "./viewer";

/** Without `redirectTo` NextAuth would read the Referer, which a client may fill with anything. */
const HERE = { redirect: false, redirectTo: "/" } as const;

/** Puts a session's secret into the browser's cookie, in place of another; the browser is known for the person. */
export async function startSession(token: string): Promise<void> {
  await signIn("credentials", { sessionToken: token, ...HERE });
  await rememberBrowser(token);
}

/** Takes the cookie away. The session itself is ended by the log-out verb. */
export async function endSession(): Promise<void> {
  await signOut(HERE);
}

/** Whoever is logged in on this browser no longer is, so that the next person on it is nobody else. */
export async function leave(): Promise<void> {
  const viewer = await currentViewer();
  if (viewer) await logOut(viewer);
  await endSession();
}

/** The mark of a browser ends with the password: whoever has just saved a new one here is known here anew. */
export async function staysKnown(): Promise<void> {
  const secret = await sessionSecret();
  if (secret) await rememberBrowser(secret);
}
