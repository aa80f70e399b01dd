import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import next from "next";
import { z } from "zod";
import { provide } from "@/lib/env";
import { openInside } from "./listen";
import { tellLog } from "./tell-log";

/** Next, and the door at which it asks itself for what another page holds. */
export type LoadedNext = Awaited<ReturnType<typeof loadNext>>;

/**
 * Half of what a start takes, and in production nothing in it asks for the database or a secret: it is begun before they
 * are there. The code of a page comes when it is first asked for.
 */
export async function loadNext(asked: { port: number } & ({ dev: false } | { dev: true; server: Server })) {
  // Next fetches a page from itself after an action: without this it would ask whatever host the client named.
  const inside = createServer({ keepAliveTimeout: 65_000 });
  const origin = await openInside(inside);
  provide({ __NEXT_PRIVATE_ORIGIN: origin });
  if (!asked.dev) {
    tellLog();
    provide({ __NEXT_PRIVATE_STANDALONE_CONFIG: settingsOfBuild() });
  }
  // In production nothing is upgraded, and whoever asks for it gets the page: Next would leave such a connection open.
  const app = next({ dev: asked.dev, port: asked.port, httpServer: asked.dev ? asked.server : createServer() });
  await app.prepare();
  return { app, inside, origin };
}

/** As Next reads them where the build stands alone; otherwise each process translates next.config.ts anew. */
const settingsOfBuild = () => {
  const { config } = Built.parse(JSON.parse(readFileSync(".next/required-server-files.json", "utf8")));
  return JSON.stringify(config);
};

const Built = z.object({ config: z.looseObject({}) });
