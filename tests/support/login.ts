import type { Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { openSession, type Person } from "./cast";
import { AUTH_SECRET, given } from "./run/env";

/** The name that lib/auth/nextauth.ts gives the cookie on http; next-auth encrypts it under the name as well. */
const COOKIE = "lineup.session";

/** As lib/auth/nextauth.ts: a server's clock may be days off, and the sessions row decides anyway. */
const COOKIE_SECONDS = 30 * 24 * 3600;

/** A person's session without the login page: a row in sessions, and the cookie as NextAuth would have set it. */
export async function sessionCookieOf(person: Person): Promise<{ name: string; value: string }> {
  const sessionToken = await openSession(person);
  const value = await encode({ token: { sessionToken }, secret: AUTH_SECRET, salt: COOKIE, maxAge: COOKIE_SECONDS });
  return { name: COOKIE, value };
}

/** Logs a person in on a browser. */
export async function login(page: Page, person: Person): Promise<void> {
  const cookie = await sessionCookieOf(person);
  const url = given("TEST_APP_URL") ?? "";
  await page.context().addCookies([{ ...cookie, url, httpOnly: true, sameSite: "Lax" }]);
}
