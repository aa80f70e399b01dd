import { isStartedByNpm } from "@/lib/env";
import { log } from "@/lib/log";
import { complain, hush, say } from "./say";
import { startSentence } from "./start-sentence";

const closers: { what: string; close: () => Promise<void> }[] = [];
const lastWords: (() => void)[] = [];
let ending: Promise<void> | undefined;
let firstSignal = 0;

/** What has been started and must be ended, whatever happens; the last one started ends first. */
export function endWith(what: string, close: () => Promise<void>) {
  closers.push({ what, close });
}

/** What is still done when there is no time to wait: on a second Ctrl-C. */
export function atOnce(work: () => void) {
  lastWords.push(work);
}

/** Runs a script's `main`: a problem of the surroundings is one line, and whatever it started ends with it. */
export async function live(main: () => Promise<void>) {
  // The reader of our output may leave before us, as in `npm start | head`.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  if (isStartedByNpm()) endWithParent();
  const here = stayHere();
  try {
    await main();
  } catch (error) {
    if (ending) return;
    explain(error);
    await end(1);
  } finally {
    clearInterval(here);
  }
}

/** Node leaves without a word where all that is waited for is a child that was let go: what is begun is done to its end. */
const stayHere = () => setInterval(() => {}, 60_000);

/** npm cannot pass on a SIGKILL: without this, `kill -9` of npm would leave us holding the port. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && !ending && onSignal(), 500).unref();
}

/** Ends everything in order and then the process. Something that is begun meanwhile is ended too. */
export function end(code: number): Promise<void> {
  ending ??= (async () => {
    stayHere();
    for (let next = closers.pop(); next; next = closers.pop()) {
      const { what, close } = next;
      await close().catch((error: unknown) => complain(`Ending ${what} failed: ${messageOf(error)}`));
    }
    process.exit(code);
  })();
  return ending;
}

/** While it serves, an accident in one request is logged and ends nobody else's. */
export function surviveAccidents() {
  process.on("uncaughtException", (error) => log.error("process.accident", error));
  process.on("unhandledRejection", (error) => log.error("process.accident", error));
}

/** npm passes on the Ctrl-C that the terminal has sent us already: only one that comes later means "at once". */
function onSignal() {
  if (!ending) {
    firstSignal = Date.now();
    hush();
    say("\nStopping …");
    void end(0);
  } else if (Date.now() - firstSignal > 1000) {
    for (const work of lastWords) work();
    process.exit(130);
  }
}

function explain(error: unknown) {
  complain(startSentence(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
