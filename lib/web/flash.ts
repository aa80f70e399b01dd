import { cookies, headers } from "next/headers";
import { cookieName } from "../cookie-name";
import { env } from "../env";

const flashCookie = () => cookieName("lineup-flash", { https: env().secureCookies });
const SECONDS = 20;

/** Words for the next page, shown once: our server takes the cookie away with the answer that shows them. */
export async function setFlash(message: string): Promise<void> {
  const jar = await cookies();
  // Base 64: on the way to the next page Next decodes a cookie's percents once or twice, as it happens.
  jar.set(flashCookie(), Buffer.from(message).toString("base64url"), {
    path: "/",
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "lax",
    secure: env().secureCookies,
  });
}

/** As the browser sent it: what this very request has set is for the page after this one. */
export async function readFlash(): Promise<string | null> {
  const beginning = `${flashCookie()}=`;
  const sent = ((await headers()).get("cookie") ?? "").split(/;\s*/);
  const value = sent.find((cookie) => cookie.startsWith(beginning))?.slice(beginning.length);
  return value ? Buffer.from(value, "base64url").toString() : null;
}
