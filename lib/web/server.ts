import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { env, provide } from "@/lib/env";
import { answerClientErrors } from "./client-errors";
import { gatherFromCrew } from "./gather-metrics";
import { tellLog } from "./tell-log";
import { wrap } from "./wrap";

export type Serving = {
  /** Takes no new requests, finishes those in flight (ten seconds at most), then ends Next. */
  close: () => Promise<void>;
};

/** Serves the app on `port`. For production, NODE_ENV must be "production" before this file is loaded. */
export async function serve({ port, dev }: { port: number; dev: boolean }): Promise<Serving> {
  // Next fetches a page from itself after an action: without this it would ask whatever host the client named.
  provide({ __NEXT_PRIVATE_ORIGIN: `http://127.0.0.1:${port}` });
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 30_000 });
  if (!dev) tellLog();
  const app = next({ dev, port, httpServer: server });
  await app.prepare();
  const { appUrl, trustProxy } = env();
  const listener = wrap(app.getRequestHandler(), { appUrl, trustProxy, dev, metrics: gatherFromCrew() });
  server.on("request", listener);
  // Whatever a client expects beside a go-ahead, it gets the answer it would have got.
  server.on("checkExpectation", listener);
  answerClientErrors(server, { https: appUrl.startsWith("https:") });
  await listen(server, port);
  return {
    close: async () => {
      await drain(server);
      await app.close();
    },
  };
}

function listen(server: Server, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** A kept-alive connection becomes idle when its answer is out, so the idle ones are closed again and again. */
async function drain(server: Server) {
  const closed = new Promise<true>((resolve) => server.close(() => resolve(true)));
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    server.closeIdleConnections();
    if (await Promise.race([closed, sleep(25, false)])) return;
  }
  server.closeAllConnections();
}
