import type { IncomingMessage } from "node:http";
import type { Page } from "./intercept";
import { isForeignWrite } from "./origin";
import { MOST_BODY, tooLargePage } from "./too-large-page";

export type Refusal = { status: number; says: string; page?: Page };

/** What is turned away before Next sees it: Next echoes TRACE, would answer a foreign write with a 500. */
export function refusal(req: IncomingMessage, appUrl: string): Refusal | undefined {
  const url = req.url ?? "";
  if (["TRACE", "TRACK", "CONNECT"].includes(req.method ?? "")) return { status: 405, says: "Method not allowed." };
  if (!url.startsWith("/")) return { status: 400, says: "Bad request." };
  if (/^\/_next\/image(?=[/?]|$)/.test(url)) return { status: 404, says: "Not found." };
  if (isForeignWrite(req, appUrl)) return { status: 403, says: "This request came from another site and was refused." };
  if (Number(req.headers["content-length"] ?? 0) > MOST_BODY)
    return { status: 413, says: "That is more than 4 MB.", page: tooLargePage };
  return undefined;
}
