import type { Carrier } from "../../carrier/carrier";
import { carrierHere } from "../../carrier/carrier-here";
import { inLanes } from "../../worker/lanes";
import { holding } from "../../worker/lease";
import { askNext } from "./ask-next";
import { claimText, waitsForPace } from "./claim-text";
import { search, settleSearch } from "./find-out";
import { pauseAll } from "./pause-all";
import { giveUp, renewText, settleText } from "./settle-text";

/** The carrier's code for who has opted out: they have told us before it came to that. */
const OPTED_OUT = 21610;

/** One pass: hands over what is due, and asks for receipts. Where there is no carrier, texts wait. */
export async function drainTexts(stop?: AbortSignal): Promise<void> {
  const carrier = carrierHere();
  if (!carrier) return;
  const next = async () => (await sendNext(carrier)) || askNext(carrier);
  await inLanes({ next, soon: waitsForPace, stop });
}

/** Claims what is due next and sees it through one try. False when nothing is due. */
async function sendNext(carrier: Carrier): Promise<boolean> {
  const text = await claimText();
  if (!text) return false;
  const { unknownSince } = text;
  if (unknownSince) {
    const found = await holding(
      () => renewText(text),
      () => search(carrier, text, unknownSince),
    );
    await settleSearch(text, found, unknownSince);
    return true;
  }
  if (text.isOptedOut) {
    await giveUp(text, OPTED_OUT);
    return true;
  }
  const handed = await holding(
    () => renewText(text),
    () => carrier.hand(text),
  );
  if (handed.kind === "later" && handed.busy) await pauseAll(handed.after ?? 1);
  await settleText(text, handed);
  return true;
}
