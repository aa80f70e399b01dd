import { sql } from "drizzle-orm";
import type { Carried, Carrier } from "../../carrier/carrier";
import { log } from "../../log";
import { recordState } from "../record-state";
import type { ClaimedText } from "./claim-texts";
import { held, inSeconds, waitsAgain } from "./settle-text";

/** In seconds: a listing may lag behind, so twice in vain counts, this far apart. */
const SECOND_LOOK = 60;

/** After an hour without a list nobody can tell any more, and a person decides. */
const REACH_MS = 3_600_000;

/** What the carrier has that could be this text; undefined where it can't be asked just now. */
export async function search(carrier: Carrier, text: ClaimedText, since: Date): Promise<Carried[] | undefined> {
  try {
    return await carrier.find(text, since);
  } catch (error) {
    log.info("text.unsearchable", { messageId: text.id, error: String(error).slice(0, 200) });
    return undefined;
  }
}

/** A try of it ended unclear, or with its worker: only what the carrier surely has not is handed over again. */
export async function settleSearch(text: ClaimedText, found: Carried[] | undefined, since: Date): Promise<void> {
  for (const carried of found ?? []) if (await recordState({ messageId: text.id, ...carried })) return;
  if (found === undefined) {
    const isOver = Date.now() - since.getTime() > REACH_MS;
    if (isOver) log.info("text.parked", { messageId: text.id });
    return held(text, isOver ? { parkedAt: sql`now()` } : { nextAt: inSeconds(30) });
  }
  if (!text.wasSearched) return held(text, { searchedAt: sql`now()`, nextAt: inSeconds(SECOND_LOOK) });
  log.info("text.again", { messageId: text.id });
  return waitsAgain(text, { nextAt: sql`now()` });
}
