import type { Carried, Carrier, Handed, Text, TextState } from "./carrier";

/** Numbers that fail, each in its way; all others get what is sent to them. */
const AT_ONCE: Record<string, number> = { "+15005550001": 21211, "+15005550009": 21614, "+15005550004": 21610 };
const LATER: Record<string, number> = { "+15005550003": 30003, "+15005550007": 30007 };
const SILENT = "+15005550008";

const SENT_AFTER_MS = 1000;
const SETTLED_AFTER_MS = 2500;

/**
 * A carrier that keeps nothing: what it calls a text says when it was handed over and to whom, and how far that is by
 * now follows from the clock. The same text handed over twice is one.
 */
const idOf = ({ id, to }: Text) => `SIM${Date.now()}-${to.replace("+", "")}-${id}`;

async function hand(text: Text): Promise<Handed> {
  const code = AT_ONCE[text.to];
  if (code) return { kind: "refused", code, error: `code ${code}` };
  return { kind: "accepted", carrierId: idOf(text), state: "handed", code: null };
}

async function ask(carrierId: string): Promise<Carried> {
  const [, at, to] = /^SIM(\d+)-(\d+)-/.exec(carrierId) ?? [];
  const code = LATER[`+${to}`] ?? null;
  const settled = code ? "undelivered" : "delivered";
  const age = Date.now() - Number(at);
  const isSettled = age >= SETTLED_AFTER_MS && `+${to}` !== SILENT;
  const state: TextState = isSettled ? settled : age >= SENT_AFTER_MS ? "sent" : "handed";
  return { carrierId, state, code: isSettled ? code : null };
}

/** In place of Twilio on the embedded database; what customers write comes by `/dev/phone`. */
export const simulated: Carrier = {
  name: "simulated",
  answersKeywords: false,
  asksAfter: [1, 2, 2, 60, 3600],
  ready: async () => {},
  hand,
  ask,
  find: async () => [],
  since: async () => [],
  numbers: async () => [],
  setWebhook: async () => {},
};
