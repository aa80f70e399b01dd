/**
 * What a carrier's code means for us (Twilio's, which other carriers' are translated into). `unreachable`: this number
 * gets no texts, ever. `line`: our number or its registration is at fault, so the line waits. `busy`: come back later; `full`:
 * with what this line has to say.
 */
export type Act = "unreachable" | "opted out" | "line" | "busy" | "full" | "none";

export const SENTENCES: Readonly<Record<number, string>> = {
  0: "The carrier could not be reached for a day.",
  21610: "They have opted out of texts.",
  21211: "This number does not exist.",
  21611: "The carrier had too much of this line for a day.",
  21612: "This line can't text this number.",
  30005: "This number does not exist.",
  21614: "This is a landline; it can't get texts.",
  21635: "This is a landline; it can't get texts.",
  30006: "This is a landline; it can't get texts.",
  30003: "Their telephone was off or out of reach.",
  30007: "The carrier took it for spam.",
  30034: "This line isn't registered for business texts.",
};

const ACTS: Record<number, Act> = {
  21610: "opted out",
  21211: "unreachable",
  21614: "unreachable",
  21635: "unreachable",
  30005: "unreachable",
  30006: "unreachable",
  21606: "line",
  21712: "line",
  // Twilio's 21606 since 2024, where it knows more: no number of its own, not this account's, or none for texts.
  21659: "line",
  21660: "line",
  21661: "line",
  20429: "busy",
  21611: "full",
  30001: "busy",
};

/** Those of a line; what else is refused of us is refused of all lines. */
export const LINE_CODES = Object.keys(ACTS)
  .map(Number)
  .filter((code) => ACTS[code] === "line");

/** It goes against what is sent, or from which line: taken for spam or for pumping, or the line isn't registered. */
export const BRAKING_CODES = [30007, 30034, 30450] as const;

/** Why a text did not arrive, in words for whoever wrote it. */
export const reasonOf = (code: number | null): string => (code === null ? NO_CODE : sentenceOf(code));

/** Where the carrier says no more than that. */
export const NO_CODE = "The carrier did not deliver it.";

/** Of any other; the code stands for `%s`. */
export const OTHER_SENTENCE = "The carrier did not deliver it (code %s).";

const sentenceOf = (code: number) => SENTENCES[code] ?? OTHER_SENTENCE.replace("%s", String(code));

export const actOf = (code: number): Act => ACTS[code] ?? "none";
