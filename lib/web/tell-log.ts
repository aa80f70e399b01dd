import { log } from "@/lib/log";

/**
 * Next prints what a page threw with its whole message, which may hold an address or a token. In production such lines
 * go through our log, which leaves those out and adds the request at work.
 */
export function tellLog() {
  const tell = (...said: unknown[]) => {
    log.error("next.error", said.find((each) => each instanceof Error) ?? said.map(String).join(" "));
  };
  Object.assign(globalThis.console, { error: tell, warn: tell });
}
