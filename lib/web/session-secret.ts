import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { sessionCookie } from "../auth/nextauth";
import { env } from "../env";
import { tellSecurity } from "../security";

/** By their headers: an action reads the cookie more than once, and in actions React's `cache` keeps nothing. */
const told = new WeakSet<object>();

/** A cookie holds the same secret for as long as it lives, and the row decides what that opens: opened once a process. */
const opened = new Map<string, string>();
const MOST_OPENED = 2000;

/** The session's secret out of the cookie, or null for none, a forged one or one under another AUTH_SECRET. */
export async function sessionSecret(): Promise<string | null> {
  const name = sessionCookie();
  const cookie = (await cookies()).get(name)?.value;
  if (!cookie) return null;
  const secret = opened.get(cookie) ?? (await open(cookie, name));
  if (secret) return secret;
  const request = await headers();
  if (!told.has(request)) tellSecurity("cookie.bad", { address: request.get("x-forwarded-for") ?? "unknown" });
  told.add(request);
  return null;
}

async function open(cookie: string, name: string): Promise<string | undefined> {
  const secret = await decode({ token: cookie, secret: env().authSecrets, salt: name }).then(
    (jwt) => jwt?.sessionToken,
    () => undefined, // It can't be decrypted: it is no login.
  );
  if (!secret) return undefined;
  if (opened.size >= MOST_OPENED) opened.clear();
  opened.set(cookie, secret);
  return secret;
}
