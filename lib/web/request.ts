import { headers } from "next/headers";
import type { Visitor } from "../access/viewer";
import { safePath } from "../safe-path";
import { preferredLocale } from "../text/locale";
import { metBefore } from "./browser-marks";
import { FROM_HERE } from "./server/forwarded";
import { sessionSecret } from "./session-secret";

/** Where the request comes from. Our own server has replaced what the client claimed by the one address to believe. */
export async function clientAddress(): Promise<string> {
  const sent = await headers();
  return sent.get("x-forwarded-for") ?? "unknown";
}

export async function visitor(): Promise<Visitor> {
  const sent = await headers();
  const [session, known] = [await sessionSecret(), await metBefore()];
  const locale = preferredLocale(sent.get("accept-language") ?? "");
  return {
    kind: "visitor",
    address: await clientAddress(),
    userAgent: (sent.get("user-agent") ?? "").slice(0, 300),
    ...(session && { session }),
    ...(sent.has(FROM_HERE) && { isHere: true }),
    metBefore: known,
    ...(locale && { locale }),
  };
}

/** The page that was asked for, path and query, as our own server noted it; an action is posted to its page's address. */
export async function requestedPath(): Promise<string> {
  const path = (await headers()).get("x-lineup-path") ?? "/";
  if (!URL.canParse(path, "http://portal.invalid")) return "/";
  const url = new URL(path, "http://portal.invalid");
  url.searchParams.delete("_rsc");
  return safePath(url.pathname + url.search);
}

/** Whether a form was sent by a script, which stays on its page. */
export const isScripted = async (): Promise<boolean> => (await headers()).has("next-action");

/** Whether the browser loads a page whole, as it does each time where there is no script; otherwise Next's router asks. */
export const isDocument = async (): Promise<boolean> => !/[?&]_rsc=/.test((await headers()).get("x-lineup-path") ?? "");
