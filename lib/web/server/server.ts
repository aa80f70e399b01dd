import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import next from "next";
import { z } from "zod";
import { derivedKey } from "@/lib/crypto";
import { env, provide } from "@/lib/env";
import { answerPrograms } from "../api/answer-programs";
import { gatherFromCrew } from "./gather-metrics";
import { inTurn } from "./in-turn";
import { listen, openInside } from "./listen";
import { liveStreams } from "./live-stream";
import { answerClientErrors } from "./refusal/client-errors";
import { tellLog } from "./tell-log";
import { wrap } from "./wrap";

export type Serving = {
  /** Takes no new requests, finishes those in flight (ten seconds at most), then ends Next. */
  close: () => Promise<void>;
};

/** As Next reads them where the build stands alone; otherwise each process translates next.config.ts anew. */
const settingsOfBuild = () => {
  const { config } = Built.parse(JSON.parse(readFileSync(".next/required-server-files.json", "utf8")));
  return JSON.stringify(config);
};

const Built = z.object({ config: z.looseObject({}) });

type Options = {
  port: number;
  dev: boolean;
  /** Called when all is loaded; the port is opened when it has resolved. */
  ready?: () => Promise<void>;
};

/** Serves the app on `port`. For production, NODE_ENV must be "production" before this file is loaded. */
export async function serve({ port, dev, ready }: Options): Promise<Serving> {
  // Next fetches a page from itself after an action: without this it would ask whatever host the client named.
  const inside = createServer({ keepAliveTimeout: 65_000 });
  const origin = await openInside(inside);
  provide({ __NEXT_PRIVATE_ORIGIN: origin });
  // What an action holds in itself any server must open, and nobody else: the key in the build is only for names.
  if (!dev) provide({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: derivedKey("actions").toString("base64") });
  const server = createServer({
    ...{ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 30_000 },
    // Node's own answer to a missing name has none of our headers: see refusal.ts.
    requireHostHeader: false,
  });
  if (!dev) tellLog();
  if (!dev) provide({ __NEXT_PRIVATE_STANDALONE_CONFIG: settingsOfBuild() });
  // In production nothing is upgraded, and whoever asks for it gets the page: Next would leave such a connection open.
  const app = next({ dev, port, httpServer: dev ? server : createServer() });
  await app.prepare();
  const { appUrl, trustProxy } = env();
  const live = liveStreams({ https: appUrl.startsWith("https:") });
  const more = { metrics: gatherFromCrew(), live: live.answer, inside: origin };
  const listener = wrap(answerPrograms(app.getRequestHandler()), { appUrl, trustProxy, dev, ...more });
  const oneByOne = inTurn(listener);
  server.on("request", oneByOne);
  inside.on("request", listener);
  // Whatever a client expects beside a go-ahead, it gets the answer it would have got.
  server.on("checkExpectation", oneByOne);
  answerClientErrors(server, { https: appUrl.startsWith("https:") });
  await ready?.();
  const { drain } = await listen(server, port);
  return {
    close: async () => {
      live.end();
      await drain();
      inside.close();
      await app.close();
    },
  };
}
