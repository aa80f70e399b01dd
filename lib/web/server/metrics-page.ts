import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sha256 } from "@/lib/crypto";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Gives the metrics of all processes in Prometheus' text format. */
export type Gather = () => Promise<string>;

const PATH = /^\/api\/metrics\/?(\?|$)/;

/** True when the request was for the metrics, which are there for whoever has the token. Without one set they don't exist. */
export function tellMetrics(req: IncomingMessage, res: ServerResponse, gather: Gather): boolean {
  const token = env().metricsToken;
  if (!token || req.method !== "GET" || !PATH.test(req.url ?? "")) return false;
  if (!isBearer(req, token)) {
    res
      .writeHead(401, { "www-authenticate": "Bearer", "content-type": "text/plain; charset=utf-8" })
      .end("Unauthorized.\n");
    return true;
  }
  gather().then(
    (text) => res.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text),
    (error: unknown) => {
      const id = log.error("metrics.failed", error);
      res.writeHead(503, { "content-type": "text/plain; charset=utf-8" }).end(`Event ${id}.\n`);
    },
  );
  return true;
}

/** Compared as digests, so that neither the length nor the beginning of the token shows in the time. */
const isBearer = (req: IncomingMessage, token: string) =>
  timingSafeEqual(sha256(req.headers.authorization ?? ""), sha256(`Bearer ${token}`));
