import { cookies } from "next/headers";
import { env } from "../env";

const FLASH = "lineup-flash";
const SECONDS = 20;

/** Words for the next page, shown once: our server takes the cookie away with the answer that shows them. */
export async function setFlash(message: string): Promise<void> {
  const jar = await cookies();
  jar.set(FLASH, encodeURIComponent(message), {
    path: "/",
    maxAge: SECONDS,
    sameSite: "lax",
    secure: env().secureCookies,
  });
}

export async function readFlash(): Promise<string | null> {
  const value = (await cookies()).get(FLASH)?.value;
  return value ? decodeURIComponent(value) : null;
}
