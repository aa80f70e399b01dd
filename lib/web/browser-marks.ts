import { cookies, headers } from "next/headers";
import type { Acquaintance } from "../access/viewer";
import { MARKS_SECONDS, openMarks, sealMarks, withMark } from "../auth/browser-marks";
import { personOfSession } from "../auth/session/person-of-session";
import { cookieName } from "../cookie-name";
import { env } from "../env";
import { tellSecurity } from "../security";

const nameOfCookie = () => cookieName("lineup.browser", { https: env().secureCookies });

/** Who has logged in on this browser before. One that somebody has tampered with is known for nobody. */
export async function metBefore(): Promise<Acquaintance[]> {
  const cookie = (await cookies()).get(nameOfCookie())?.value;
  if (!cookie) return [];
  try {
    return openMarks(cookie);
  } catch {
    const address = (await headers()).get("x-forwarded-for") ?? "unknown";
    tellSecurity("signature.bad", { address, of: "browser mark" });
    return [];
  }
}

/** The browser is known for the person of a session from now on; logging out leaves it so. */
export async function rememberBrowser(secret: string): Promise<void> {
  const person = await personOfSession(secret);
  if (!person) return;
  (await cookies()).set(nameOfCookie(), sealMarks(withMark(await metBefore(), person)), {
    path: "/",
    maxAge: MARKS_SECONDS,
    httpOnly: true,
    sameSite: "strict",
    secure: env().secureCookies,
  });
}
