import type { Inbound } from "../carrier/carrier";

/**
 * What a whole text of a customer says to us. `yes`: agreed, where we have asked, by the very word that carriers hear, too;
 * `agreed`: in others; `maybe`: a person has to look.
 */
export type Keyword = "stop" | "start" | "yes" | "agreed" | "help" | "maybe";

const WORDS: Record<Exclude<Keyword, "maybe" | "agreed">, readonly string[]> = {
  // What the FCC names, what carriers stop by themselves, and the same in French and Spanish.
  stop: [
    ...[
      "stop",
      "stopall",
      "stop all",
      "end",
      "quit",
      "cancel",
      "unsubscribe",
      "revoke",
      "optout",
      "opt-out",
      "opt out",
    ],
    ...["remove", "td", "arret", "arrete", "arrett", "alto", "parar", "basta", "cancelar"],
  ],
  start: ["start", "unstop", "subscribe"],
  yes: ["yes"],
  help: ["help", "info", "aide", "ayuda"],
};

const BY_WORD = new Map(
  (["stop", "start", "yes", "help"] as const).flatMap((keyword) => WORDS[keyword].map((word) => [word, keyword])),
);

/** A yes with nothing to it but manners. */
const AGREED =
  /^(?:y|yes|si|oui)(?:[ ,.!]+(?:yes|si|oui|please|pls|thanks|thank you|por favor|gracias|merci|s'il vous plait))*$/;

/** Ordinary words by which somebody may want no more texts, in a longer text. */
const MAYBE = [
  /\b(please|pls|plz|just),? (stop|quit|unsubscribe)\b(?! (by|in|over|at|here|there)\b)/,
  /\b(stop|unsubscribe),? (please|pls|plz)\b/,
  /\bstop (it|this|that|now|texting|messaging|sending|contacting|bothering|spamming|these|calling|writing)\b/,
  /\bstop (all )?(the |your )?(texts?|messages?|sms|spam)\b/,
  /^stop([,.!]* stop)+$/,
  /\b(no more|dont want|do not want|not want) (any )?(more )?(texts?|messages?|sms)\b/,
  /\b(dont|do not|never|quit) (ever )?(text|texting|message|messaging|contact|contacting|write|bother)\b/,
  /\b(take|remove|delete|unsubscribe) (me|my number|this number)\b/,
  /\bopt me out\b/,
  /\bleave me alone\b/,
  /\b(wrong|not my) number\b/,
  /\b(lose|forget) (my|this) number\b/,
];

/** Whether a text is a keyword, whatever its case, accents and signs around it; or reads as if it meant to be one. */
export function keywordIn(body: string): Keyword | undefined {
  const plain = plainOf(body);
  const keyword = BY_WORD.get(plain);
  if (keyword) return keyword;
  if (AGREED.test(plain)) return "agreed";
  return MAYBE.some((words) => words.test(plain.replaceAll("'", ""))) ? "maybe" : undefined;
}

/** The same of a text that a carrier brings: what it has stopped is stopped, and its own words for a start are one. */
export const keywordOf = ({ body, heard }: Pick<Inbound, "body" | "heard">): Keyword | undefined =>
  heard === "stop" ? heard : (keywordIn(body) ?? heard);

const UNHEARD = /[\p{M}\p{Cf}\0]/gu;

const plainOf = (body: string) =>
  body
    // Before, too: to put a pile of marks in order takes time by the square of its height.
    .replace(UNHEARD, "")
    .normalize("NFKD")
    .replace(UNHEARD, "")
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑‒–—−]/g, "-")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, "");
