import { setTimeout as sleep } from "node:timers/promises";
import type { Carrier } from "../../carrier/carrier";
import { carrierHere } from "../../carrier/carrier-here";
import { inLanes } from "../../worker/lanes";
import { holding } from "../../worker/lease";
import { underWay } from "../../worker/under-way";
import { askNext } from "./ask-next";
import { type ClaimedText, claimTexts, waitsForPace } from "./claim-texts";
import { search, settleSearch } from "./find-out";
import { atGate } from "./gate";
import { refuseOptedOut, renewTexts, settleText } from "./settle-text";
import { pauseAll } from "./trouble";

/** While one lane hands over, the other claims. */
const LANES = 2;

/** So many are claimed at once, and handed over at once. */
const AT_ONCE = 50;

/** While so many are with the carrier no more are claimed. */
const MOST = 100;

/** So long a lane stays for those that have left. By then they are with the carrier, whether it answers or not. */
const GATE_MS = 500;

/** One pass: hands over what is due, and asks for receipts. Where there is no carrier, texts wait. */
export async function drainTexts(stop?: AbortSignal): Promise<void> {
  const carrier = carrierHere();
  if (!carrier) return;
  await carrier.ready();
  const hands = underWay();
  const next = async () => (await sendNext(carrier, hands)) || askNext(carrier);
  const soon = async () => hands.size > 0 || waitsForPace();
  await inLanes({ next, soon, stop, lanes: LANES }).finally(hands.end);
}

/** Claims what is due next and begins to hand it over. False when nothing is due. */
async function sendNext(carrier: Carrier, hands: ReturnType<typeof underWay>): Promise<boolean> {
  await hands.room(MOST);
  return atGate(async () => {
    const tries = (await claimTexts(AT_ONCE)).map((text) => begin(carrier, text));
    const out = new Set(tries);
    const all = holding(
      () => renewTexts([...out].map(({ text }) => text)),
      () => Promise.all(tries.map((each) => hands.add(each.done.finally(() => out.delete(each))))),
    );
    await Promise.race([all, arrived(tries)]);
    return tries.length > 0;
  });
}

type Try = { text: ClaimedText; left: Promise<void>; done: Promise<void> };

function begin(carrier: Carrier, text: ClaimedText): Try {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  return { text, left, done: seeThrough(carrier, text, leave).finally(leave) };
}

/** However long it takes until the last of them has left: what still waits for its connection would leave after a pause. */
async function arrived(tries: Try[]): Promise<void> {
  await Promise.all(tries.map(({ left }) => left));
  await sleep(GATE_MS, undefined, { ref: false });
}

/** One try of a text that is ours; `left` when nothing can hold it back any more, or nothing is to leave. */
async function seeThrough(carrier: Carrier, text: ClaimedText, left: () => void): Promise<void> {
  const { unknownSince } = text;
  if (unknownSince) {
    left();
    return settleSearch(text, await search(carrier, text, unknownSince), unknownSince);
  }
  if (text.isOptedOut) return refuseOptedOut(text);
  const handed = await carrier.hand(text, left).finally(left);
  if (handed.kind === "later" && handed.busy)
    await pauseAll({ seconds: handed.after ?? 1, denied: handed.denied ? (handed.code ?? 0) : null });
  return settleText(text, handed);
}
