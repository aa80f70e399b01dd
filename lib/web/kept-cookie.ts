import { cookies } from "next/headers";
import { cookieName } from "../cookie-name";
import { sha256 } from "../crypto";
import { env } from "../env";
import { sealForm, unsealForm } from "../forms/sealed-form";
import type { KeptForm, Untaken } from "../forms/words";

const keptCookie = () => cookieName("lineup-kept", { https: env().secureCookies });

/** Browsers keep 4,096 bytes of a cookie, its name and attributes included. */
const MOST_BYTES = 2200;
const SECONDS = 60;

/** For whom no row may be written: the browser itself keeps what was typed, sealed, until the page shows it. */
export async function keepInCookie({ page, ...untaken }: Untaken): Promise<void> {
  const sealed = sealForm(untaken, MOST_BYTES);
  (await cookies()).set(keptCookie(), `${pageKey(page)}.${sealed.toString("base64url")}`, {
    path: "/",
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: "lax",
    secure: env().secureCookies,
  });
}

export async function formInCookie(page: string): Promise<KeptForm | null> {
  const [key, sealed = ""] = ((await cookies()).get(keptCookie())?.value ?? "").split(".");
  return key === pageKey(page) ? unsealForm(Buffer.from(sealed, "base64url")) : null;
}

const pageKey = (page: string) => sha256(page).toString("base64url").slice(0, 22);
