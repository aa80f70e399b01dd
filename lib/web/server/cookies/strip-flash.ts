import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieName } from "../../../cookie-name";

type Answer = { status: number; https: boolean };

/**
 * A flash is read once, and so is a visitor's kept form. The page that showed it takes its cookie away again; an action
 * that already carries the page it leads to, or is answered by its own page, does not set it in the browser at all. A
 * redirect showed nothing, and neither did a prefetch.
 */
export function stripFlash(req: IncomingMessage, res: ServerResponse, how: Answer) {
  for (const name of ["lineup-flash", "lineup-kept"]) stripCookie(req, res, { ...how, name: cookieName(name, how) });
}

function stripCookie(req: IncomingMessage, res: ServerResponse, how: Answer & { name: string }) {
  const setting = [res.getHeader("set-cookie") ?? []].flat().map(String);
  const others = setting.filter((cookie) => !cookie.startsWith(`${how.name}=`));
  if (carriesItsPage(req, res) || (req.method === "POST" && how.status === 200)) {
    if (others.length < setting.length) replaceCookies(res, others);
    return;
  }
  const shown = how.status < 300 || how.status >= 400;
  if (!shown || !readsPage(req) || !hasCookie(req, how.name) || others.length < setting.length) return;
  const gone = `${how.name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${how.https ? "; Secure" : ""}`;
  res.setHeader("set-cookie", [...others, gone]);
}

const hasCookie = ({ headers }: IncomingMessage, name: string) =>
  (headers.cookie ?? "").split(/;\s*/).some((cookie) => cookie.startsWith(`${name}=`));

/** A document, or a page that Next's router fetches to show it. */
export function readsPage({ method, headers, url }: IncomingMessage) {
  if (method !== "GET" || url?.startsWith("/_next/")) return false;
  if (headers["next-router-prefetch"] || headers.purpose === "prefetch" || headers["sec-purpose"]) return false;
  return headers.rsc !== undefined || (headers.accept ?? "").includes("text/html");
}

const carriesItsPage = (req: IncomingMessage, res: ServerResponse) =>
  req.headers["next-action"] !== undefined &&
  res.hasHeader("x-action-redirect") &&
  String(res.getHeader("content-type") ?? "").startsWith("text/x-component");

function replaceCookies(res: ServerResponse, cookies: string[]) {
  if (cookies.length > 0) res.setHeader("set-cookie", cookies);
  else res.removeHeader("set-cookie");
}
