import type { messageState } from "@/db/schema";

/** How far the carrier can have brought a text: all states but the one that it never hears of. */
export type TextState = Exclude<(typeof messageState.enumValues)[number], "called off">;

/** In the order in which nothing goes back. */
export const TEXT_STATES: readonly TextState[] = ["queued", "handed", "sent", "failed", "undelivered", "delivered"];

/** An outgoing text; its id is its message's. Numbers are E.164. */
export type Text = { id: string; from: string; to: string; body: string };

/** What a carrier says of a text that it has. */
export type Carried = { carrierId: string; state: TextState; code: number | null };

/**
 * What became of handing a text over. `refused` is for good, by the carrier's code if it says one; `later` never reached the carrier
 * (`busy`: nor would any other just now; `full`: nor of this line; `denied`: until our settings or the line are mended). `unclear`: it may have
 * been taken, and is not to be sent again before that was found out.
 */
export type Handed =
  | ({ kind: "accepted" } & Carried)
  | { kind: "refused"; code: number | null; error: string }
  | { kind: "later"; error: string; after?: number; busy?: true; full?: true; denied?: "all" | "line"; code?: number }
  | { kind: "unclear"; error: string };

export type Media = { url: string; type: string };

/** A customer's text. `at`: when the carrier got it; none where it does not say, which is now. */
export type Inbound = {
  carrierId: string;
  from: string;
  to: string;
  body: string;
  media: Media[];
  at: Date | null;
  /** What the carrier has taken it for, and done, where the company has given it words of its own for that. */
  heard?: "stop" | "start" | undefined;
};

/** A number as the carrier knows it: where it brings what comes in, if anywhere. */
export type CarrierNumber = { e164: string; webhook: string | null; canText: boolean };

/**
 * What carries texts. What may fail for want of an answer says so in its result (`hand`) or throws (the others, which
 * only ask and may be asked again).
 */
export type Carrier = {
  name: "twilio" | "simulated";
  /** STOP, START and HELP are answered by the carrier itself; otherwise by Lineup in its place. */
  answersKeywords: boolean;
  /** Seconds of silence after which it is asked what became of a text, try by try; the last one for all that follow. */
  asksAfter: readonly number[];
  /** Before the first hand-over, which then goes out without delay. */
  ready: () => Promise<unknown>;
  /** `left` is called when the text is on the wire, however long its answer takes. */
  hand: (text: Text, left?: () => void) => Promise<Handed>;
  /** What it has taken that could be this text, handed over after `since`; newest first. */
  find: (text: Text, since: Date) => Promise<Carried[]>;
  ask: (carrierId: string) => Promise<Carried>;
  /** What came in to these numbers since then, oldest first. */
  since: (moment: Date, to: readonly string[]) => Promise<Inbound[]>;
  numbers: () => Promise<CarrierNumber[]>;
  /** From then on it brings there what comes in to the number. */
  setWebhook: (e164: string, address: string) => Promise<void>;
};
