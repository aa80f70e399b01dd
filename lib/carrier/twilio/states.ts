import type { TextState } from "../carrier";

const STATES: Record<string, TextState> = {
  accepted: "handed",
  scheduled: "handed",
  queued: "handed",
  sending: "handed",
  sent: "sent",
  partially_delivered: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  failed: "failed",
  canceled: "failed",
};

/** Twilio's word for how far a text is, as ours; a word that it has made up since says no more than that it has it. */
export const stateOf = (word: string): TextState => STATES[word] ?? "handed";

export const codeOf = (code: unknown): number | null => {
  const number = Number(code);
  return Number.isInteger(number) && number > 0 && number < 1_000_000 ? number : null;
};
