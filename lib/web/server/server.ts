import { createServer } from "node:http";
import { derivedKey } from "@/lib/crypto";
import { env, provide } from "@/lib/env";
import { answerPrograms } from "../api/answer-programs";
import { gatherFromCrew } from "./gather-metrics";
import { inTurn } from "./in-turn";
import { listen } from "./listen";
import { liveStreams } from "./live-stream";
import { type LoadedNext, loadNext } from "./load-next";
import { answerClientErrors } from "./refusal/client-errors";
import { wrap } from "./wrap";

export type Serving = {
  /** Takes no new requests, finishes those in flight (ten seconds at most), then ends Next. */
  close: () => Promise<void>;
};

/** Serves the app on `port`: in production with what was loaded before, while developing with all that Next does then. */
export async function serve({ port, loaded }: { port: number; loaded?: LoadedNext }): Promise<Serving> {
  const server = createServer({
    ...{ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 30_000 },
    // Node's own answer to a missing name has none of our headers: see refusal.ts.
    requireHostHeader: false,
  });
  const dev = loaded === undefined;
  const { app, inside, origin } = loaded ?? (await loadNext({ port, dev: true, server }));
  // What an action holds in itself any server must open, and nobody else: the key in the build is only for names.
  if (!dev) provide({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: derivedKey("actions").toString("base64") });
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
