import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { sessionCookie } from "../auth/nextauth";
import { env } from "../env";

/** The session's secret out of the cookie, or null for none, a forged one or one under another AUTH_SECRET. */
export async function sessionSecret(): Promise<string | null> {
  const name = sessionCookie();
  const cookie = (await cookies()).get(name)?.value;
  if (!cookie) return null;
  try {
    const jwt = await decode({ token: cookie, secret: env().authSecrets, salt: name });
    return jwt?.sessionToken ?? null;
  } catch {
    return null; // A cookie that can't be decrypted is no login; there is nothing to report.
  }
}
