import { collectDefaultMetrics } from "prom-client";
import { env, provide } from "@/lib/env";
import { log } from "@/lib/log";
import { loadNext } from "@/lib/web/server/load-next";
import { Opening, PREPARED, SERVING } from "./support/crew";
import { complain } from "./support/say";
import { startSentence } from "./support/start-sentence";

// How much it works, how long it pauses, what memory it holds: among the figures that it tells.
collectDefaultMetrics();
// One of the serving processes: its settings come from the launcher, whose end is ours as well; the last when it opens us.
const state = { isOpen: false };
const opened = new Promise<void>((resolve) => {
  process.on("message", (message) => {
    const { data } = Opening.safeParse(message);
    if (!data) return;
    provide(data.open);
    resolve();
  });
});
async function serving() {
  const { port } = env();
  const loaded = await loadNext({ port, dev: false });
  process.send?.(PREPARED);
  await opened;
  state.isOpen = true;
  // What reads the settings is loaded once they are complete.
  const { serve } = await import("@/lib/web/server/server");
  return serve({ port, loaded });
}
const served = serving();

// A terminal's Ctrl-C reaches everybody at once; the launcher says when it is our turn.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
process.once("SIGTERM", async () => {
  // Before that nobody is being answered.
  if (state.isOpen) await served.then((open) => open.close()).catch(() => undefined);
  process.exit(0);
});

await served.catch((error: unknown) => {
  complain(startSentence(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  process.exit(1);
});
process.send?.(SERVING);
// tsx turns them on to show our scripts' own lines; kept on, they cost every page a tenth of its time.
process.setSourceMapsEnabled(false);
// While it serves, an accident in one request is logged and ends nobody else's.
process.on("uncaughtException", (error) => log.error("process.accident", error));
process.on("unhandledRejection", (error) => log.error("process.accident", error));
