import { AsyncLocalStorage } from "node:async_hooks";
import { log } from "@/lib/log";

/** The id of the request at work, so that what Next prints about it can be found by the event its person was shown. */
export const currentEvent = new AsyncLocalStorage<string>();

/**
 * Next prints what a page threw with its whole message, which may hold an address or a token. In production such lines
 * go through our log, which leaves those out.
 */
export function tellLog() {
  const tell = (...said: unknown[]) => {
    const id = currentEvent.getStore();
    const error = said.find((each) => each instanceof Error) ?? said.map(String).join(" ");
    log.error("next.error", error, id ? { id } : {});
  };
  Object.assign(globalThis.console, { error: tell, warn: tell });
}
