import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

/**
 * Whether Next's router could have asked so: for a prefetch of the one kind that these pages have, naming what it shows
 * already. Next answers anything else with a failure of its own, so it is asked before.
 */
export function couldBeRouter({ headers }: IncomingMessage): boolean {
  if (!["1", undefined].includes(headers["next-router-prefetch"]?.toString())) return false;
  try {
    parseAndValidateFlightRouterState(headers["next-router-state-tree"]);
    return true;
  } catch {
    return false;
  }
}
