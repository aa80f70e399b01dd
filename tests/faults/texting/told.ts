import { setTimeout as sleep } from "node:timers/promises";
import { type Carried, type FakeTwilio, signed } from "@/tests/support/carrier/twilio";

/** Of so many texts one is told of by nobody: what became of it must be asked for. */
const UNTOLD = 6;

/** In milliseconds, at most: some callbacks are overtaken by those of later texts. */
const LATENESS = 400;

type Wishes = { carrier: FakeTwilio; random: () => number; isSilent: (to: string) => boolean };

export type Telling = {
  /** What became of each text, by whom it went to. */
  ends: Record<string, string>;
  /** Resolves when all that it began to tell is told. */
  stop: () => Promise<void>;
};

/** Tells Lineup of every text that the carrier has taken: late, twice and in any order, and of some not at all. */
export function tellOfTexts({ carrier, random, isSilent }: Wishes): Telling {
  const ends: Record<string, string> = {};
  const telling: Promise<unknown>[] = [];
  const state = { stopped: false };
  const watching = (async () => {
    for (let at = 0; !state.stopped || at < carrier.texts.length; await sleep(20))
      for (const text of carrier.texts.slice(at)) {
        at++;
        if (text.direction === "inbound") continue;
        const end = random() < 0.7 ? "delivered" : "undelivered";
        ends[text.to] = end;
        Object.assign(text, { status: end, error_code: end === "undelivered" ? 30_008 : null });
        if (at % UNTOLD === 0 || isSilent(text.to)) continue;
        const words = ["queued", "sent", end, ...(random() < 0.5 ? [end, "sent"] : [])];
        if (at % 2) telling.push(backwards(text, words));
        else telling.push(...words.map((word) => late(text, word, random() * LATENESS)));
      }
  })();
  return {
    ends,
    stop: async () => {
      state.stopped = true;
      await watching;
      await Promise.all(telling);
    },
  };
}

const LAST_FIRST = ["delivered", "undelivered", "sent", "queued"];

/** Each once the one before it is kept: told together they would be kept together. */
async function backwards(text: Carried, words: string[]) {
  const told = words.toSorted((one, other) => LAST_FIRST.indexOf(one) - LAST_FIRST.indexOf(other));
  for (const word of told) await late(text, word, LATENESS / words.length);
}

async function late({ callback, sid, error_code: code }: Carried, status: string, wait: number) {
  await sleep(wait);
  const error = status === "undelivered" && code !== null ? { ErrorCode: String(code) } : undefined;
  if (callback) await posted(callback, { MessageSid: sid, MessageStatus: status, ...error });
}

/** As the carrier tells what a customer wrote: all at the same moment, so often. */
export const tellOfComing = (url: string, { sid, from, to, body }: Carried, times: number) =>
  Promise.all(
    Array.from({ length: times }, () =>
      posted(`${url}/api/webhooks/twilio`, { MessageSid: sid, From: from, To: to, Body: body, NumMedia: "0" }),
    ),
  );

/** Told once: where nobody hears it, it is told to nobody. */
async function posted(address: string, fields: Record<string, string>) {
  const { url, payload, signature } = signed(address, fields);
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature };
  const asked = fetch(url, { method: "POST", headers, body: payload });
  await asked.then((answer) => answer.arrayBuffer()).catch(() => undefined);
}
