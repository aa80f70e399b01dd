import type { IncomingMessage } from "node:http";
import type { Page } from "../intercept";
import { isForeignWrite } from "../origin";
import { formLimits, hasTooManyParameters, MOST_BODY, MOST_LIST, methodsOf } from "../request-limits";
import { couldBeRouter } from "../router-state";
import { logInFirstPage, tooLargePage, tooMuchPage, unreadablePage, wrongTypePage } from "./refusal-pages";

export type Refusal = { status: number; says: string; page?: Page; headers?: Record<string, string> };

export const unreadable: Refusal = { status: 400, says: "That could not be read.", page: unreadablePage };
export const wrongType: Refusal = { status: 415, says: "That was not sent as a form.", page: wrongTypePage };
export const tooMuch: Refusal = { status: 413, says: "That is more than this page takes.", page: tooMuchPage };
/** Of a file, or of more than any form takes. */
export const tooLarge = ({ bytes }: { bytes: number }): Refusal => {
  const most = bytes === MOST_LIST ? "16 MB" : "4 MB";
  return { status: 413, says: `That is more than ${most}.`, page: tooLargePage(most) };
};
export const logInFirst: Refusal = { status: 413, says: "Log in first: that is much.", page: logInFirstPage };
/** What a page of somebody else sent. */
export const foreign: Refusal = { status: 403, says: "This request came from another site and was refused." };
/** A person gets the page of it: see not-found-page.ts. */
export const notFound: Refusal = { status: 404, says: "Not found." };

export const pathOf = ({ url = "" }: IncomingMessage) => url.replace(/[?#].*$/s, "");

/** What is turned away before Next sees it: Next echoes TRACE, would answer a foreign write with a 500. */
export function refusal(req: IncomingMessage, appUrl: string): Refusal | undefined {
  const { url = "", method = "" } = req;
  if (!url.startsWith("/") || !namesOneHost(req)) return { status: 400, says: "Bad request." };
  const path = pathOf(req);
  const methods = methodsOf(path);
  if (!methods.includes(method)) return otherMethod(method, methods);
  if (/^\/_next\/image(?=[/?]|$)/.test(url) || !isReadable(path)) return notFound;
  if (hasTooManyParameters(url) || !couldBeRouter(req)) return unreadable;
  if (isForeignWrite(req, appUrl)) return foreign;
  const bytes = Math.max(MOST_BODY, formLimits(path).bytes);
  if (Number(req.headers["content-length"] ?? 0) > bytes) return tooLarge({ bytes });
  return undefined;
}

/** RFC 9112, 3.2. Two of them are read differently by whoever stands in front; none is what some health checks send. */
function namesOneHost({ headersDistinct, httpVersion }: IncomingMessage) {
  const [host, ...more] = headersDistinct.host ?? [];
  if (host === undefined) return httpVersion === "1.0";
  return more.length === 0 && /^[\w.:[\]-]+$/.test(host);
}

function otherMethod(method: string, methods: readonly string[]): Refusal {
  const headers = { allow: [...methods, "OPTIONS"].join(", ") };
  return method === "OPTIONS"
    ? { status: 204, says: "", headers }
    : { status: 405, says: "Method not allowed.", headers };
}

/**
 * Next fails over an address whose percents mean nothing, and so does PostgreSQL over NUL. Pages that begin with an
 * underscore are Next's own: the one for a failure of everything answers 500 to whoever asks for it.
 */
function isReadable(path: string) {
  try {
    const read = decodeURIComponent(path);
    const { pathname } = new URL(`http://portal.invalid${read}`);
    return !read.includes("\0") && !/^\/+_(?!next\/|_nextjs)/.test(pathname);
  } catch {
    return false;
  }
}
