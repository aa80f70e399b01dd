import { log } from "@/lib/log";

/**
 * Next prints what a page threw with its whole message, which may hold an address or a token. In production such lines
 * go through our log, which leaves those out and adds the request at work.
 */
export function tellLog() {
  const error = (...said: unknown[]) => {
    log.error("next.error", said.find((each) => each instanceof Error) ?? said.map(String).join(" "));
  };
  // What a client sent, and could be a mistake of its own: an unknown action, no origin.
  const warn = (...said: unknown[]) => log.info("next.warning", { said: said.map(String).join(" ").slice(0, 300) });
  Object.assign(globalThis.console, { error, warn });
}
