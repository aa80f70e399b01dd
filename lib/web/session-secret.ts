import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { sessionCookie } from "../auth/nextauth";
import { env } from "../env";
import { tellSecurity } from "../security";

/** The session's secret out of the cookie, or null for none, a forged one or one under another AUTH_SECRET. */
export async function sessionSecret(): Promise<string | null> {
  const name = sessionCookie();
  const cookie = (await cookies()).get(name)?.value;
  if (!cookie) return null;
  const secret = await decode({ token: cookie, secret: env().authSecrets, salt: name }).then(
    (jwt) => jwt?.sessionToken,
    () => undefined, // It can't be decrypted: it is no login.
  );
  if (secret) return secret;
  tellSecurity("cookie.bad", { address: (await headers()).get("x-forwarded-for") ?? "unknown" });
  return null;
}
