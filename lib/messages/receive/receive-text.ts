import type { WriteTx } from "@/db/write";
import type { Inbound } from "../../carrier/carrier";
import { inBatches } from "../../in-batches";
import { texts as metrics } from "../../metrics";
import { visible } from "../../text/invisible";
import { keywordOf } from "../keywords";
import { obeyKeyword } from "./obey-keyword";
import { placeAtOnce, placeTexts, type Told } from "./place-texts";

/**
 * Takes a customer's text in, once however often it comes: into its thread, which is opened again, or among the strays
 * where its number is nobody's, or nobody wrote it. Everything that follows from it is in the same transaction.
 */
export const receiveText = (carrier: Told["carrier"], text: Inbound): Promise<void> =>
  receive({ carrier, text: { ...text, from: visible(text.from).trim() && text.from, body: kept(text.body) } });

/** PostgreSQL keeps no U+0000 in a text. */
const kept = (body: string) => body.replaceAll("\0", "");

const receive = inBatches<Told>({
  work: receiveAll,
  atOnce: receiveAtOnce,
  // Of one customer, whichever line they write to: what they say last holds.
  keyOf: ({ text }) => text.from,
});

async function receiveAll(tx: WriteTx, told: readonly Told[], waited: number): Promise<void> {
  const placed = await placeTexts(tx, told, waited);
  for (const each of placed) await obeyKeyword(tx, each);
  count(placed.length);
}

/** Most say nothing that we obey, and nobody waits for more than their one statement. */
async function receiveAtOnce(told: readonly Told[]): Promise<boolean> {
  if (told.some(({ text }) => keywordOf(text))) return false;
  const placed = await placeAtOnce(told);
  if (placed !== undefined) count(placed);
  return placed !== undefined;
}

const count = (received: number) => metrics.inc({ state: "received" }, received);
