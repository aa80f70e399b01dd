import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

/** A page of ours lies a dozen levels deep; Next takes a quarter of a second over a thousand. */
const MOST_LEVELS = 64;

/**
 * Whether Next's router could have asked so: for a prefetch of the one kind that these pages have, naming what it shows
 * already. Next answers anything else with a failure of its own, so it is asked before.
 */
export function couldBeRouter({ headers }: IncomingMessage): boolean {
  if (!["1", undefined].includes(headers["next-router-prefetch"]?.toString())) return false;
  const tree = headers["next-router-state-tree"];
  try {
    if (levelsOf(decodeURIComponent(tree?.toString() ?? "")) > MOST_LEVELS) return false;
    parseAndValidateFlightRouterState(tree);
    return true;
  } catch {
    return false;
  }
}

/** How deep lists lie in each other; what stands in quotation marks is somebody's search. */
function levelsOf(json: string): number {
  let [level, most, isQuoted] = [0, 0, false];
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isQuoted && sign === "\\") at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === "[") most = Math.max(most, ++level);
    else if (!isQuoted && sign === "]") level--;
  }
  return most;
}
