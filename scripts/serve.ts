import { collectDefaultMetrics } from "prom-client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { serve } from "@/lib/web/server/server";
import { OPEN, PREPARED, SERVING } from "./support/crew";
import { complain } from "./support/say";
import { startSentence } from "./support/start-sentence";

// How much it works, how long it pauses, what memory it holds: among the figures that it tells.
collectDefaultMetrics();
// One of the serving processes: settings and port come from the launcher, whose end is ours as well.
const state = { isOpen: false };
const opened = new Promise<void>((resolve) => {
  process.on("message", (message) => message === OPEN && resolve());
});
async function ready() {
  process.send?.(PREPARED);
  await opened;
  state.isOpen = true;
}
const serving = serve({ port: env().port, dev: false, ready });

// A terminal's Ctrl-C reaches everybody at once; the launcher says when it is our turn.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
process.once("SIGTERM", async () => {
  // Before that nobody is being answered.
  if (state.isOpen) await serving.then((open) => open.close()).catch(() => undefined);
  process.exit(0);
});

await serving.catch((error: unknown) => {
  complain(startSentence(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  process.exit(1);
});
process.send?.(SERVING);
// tsx turns them on to show our scripts' own lines; kept on, they cost every page a tenth of its time.
process.setSourceMapsEnabled(false);
// While it serves, an accident in one request is logged and ends nobody else's.
process.on("uncaughtException", (error) => log.error("process.accident", error));
process.on("unhandledRejection", (error) => log.error("process.accident", error));
