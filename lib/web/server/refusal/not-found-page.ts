import type { IncomingMessage } from "node:http";
import { log } from "@/lib/log";
import type { Page } from "../intercept";
import { plainPage } from "./plain-page";

/** The page of the app that is shown for whatever is not there. From outside nothing of an underscore is: see refusal.ts. */
export const NOWHERE = "/_nowhere";

/** Where Next can be asked from inside, and what makes it known that we are asking. */
export type Inside = { origin: string; headers: Record<string, string> };

type How = { id: string; inside: Inside | undefined };

const PATIENCE = 3000;

/** What tells who is asking, from where and for which page; nothing of a form or of Next's router. */
const TOLD = /^(cookie|user-agent|accept-language|x-forwarded-\w+|x-lineup-from-here)$/;

/**
 * Instead of what Next answers when a page says "not found": an empty shell that a script fills. One page for what does
 * not exist, what is gone and what belongs to somebody else, with the navigation of whoever asks; a plain one where
 * that can't be had.
 */
export async function notFoundPage(req: IncomingMessage, { id, inside }: How): Promise<Page> {
  if (!inside) return plainNotFound;
  const told = Object.entries(req.headers).flatMap(([name, value]) => (TOLD.test(name) ? [[name, String(value)]] : []));
  try {
    const answer = await fetch(`${inside.origin}${NOWHERE}`, {
      headers: { ...Object.fromEntries(told), "x-request-id": id, ...inside.headers },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = await answer.text();
    return answer.ok ? { status: 404, body, headers: lookOf(answer) } : plainNotFound;
  } catch (error) {
    log.error("request.failed", error, { path: NOWHERE });
    return plainNotFound;
  }
}

const lookOf = ({ headers }: Response) => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": headers.get("content-security-policy") ?? "",
  "cache-control": "private, no-store",
});

const plainNotFound = plainPage({
  status: 404,
  title: "Not found",
  main: `<h1>Not found</h1>
<p>It may have been moved or deleted, the address may have a typing error, or it belongs to another company.</p>
<a href="/">Back to the portal</a>`,
});
