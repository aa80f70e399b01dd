import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { Refused } from "../../errors";
import { isBreached } from "./breached-passwords";

/** Who chooses the password: what is known about them is what is guessed first. */
export type About = { firstName: string; lastName: string; username: string | null; email: string; company: string };

export const SHORTEST = 12;
const LONGEST = 200;

/** zxcvbn's own bound between "somewhat" and "safely" unguessable (its score 3). Few passwords of 12 characters are below. */
const ENOUGH_GUESSES = 1e8;

/** The time to analyse grows faster than the length, and 40 characters that are hard to guess are enough. */
const ANALYSED = 40;

/** Letters beside one's own names that make a password more than a name. */
const OWN_LETTERS = 4;

const SAYS = {
  short: `Use ${SHORTEST} characters or more. A few words in a row are easy to remember.`,
  long: `Use ${LONGEST} characters or fewer.`,
  personal:
    "This is little more than your name, username, email or company. Add words that have nothing to do with you.",
  repeat: "This repeats the same few characters. Use different words instead.",
  run: "This is a run of neighbours, such as abcdef, 123456 or qwerty. Use a few unrelated words instead.",
  common: "This is among the passwords that are guessed first. Use a few unrelated words instead.",
  breached: "This password is in lists that were stolen elsewhere, so it is tried first. Use another one.",
};

/** Refuses beside the field "password", with the reason. No rule of composition: any characters, and many of them. */
export function refuseWeak(password: string, about: About): void {
  const reasons = weaknesses(password.normalize("NFKC"), about);
  if (reasons.length > 0) throw new Refused(reasons.join(" "), { field: "password" });
}

export const isTooShort = (password: string) => [...password.normalize("NFKC")].length < SHORTEST;

function weaknesses(password: string, about: About): string[] {
  const length = [...password].length;
  if (length > LONGEST) return [SAYS.long];
  const guessable = isPersonal(password, about) ? SAYS.personal : whyGuessable(password, about);
  return [...(length < SHORTEST ? [SAYS.short] : []), ...(guessable ? [guessable] : [])];
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What the person is called, whole and in its words; the portal's own name is as easy to think of. */
function namesOf({ firstName, lastName, username, email, company }: About): string[] {
  const whole = [firstName, lastName, username ?? "", email, company, "lineup"].map(plain);
  const words = whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...words])].filter((text) => text.length >= 3).sort((a, b) => b.length - a.length);
}

function isPersonal(password: string, about: About): boolean {
  const typed = plain(password);
  const rest = namesOf(about).reduce((text, name) => text.replaceAll(name, " "), typed);
  return rest !== typed && rest.replace(/\P{L}/gu, "").length < OWN_LETTERS;
}

let judge: ZxcvbnFactory | undefined;

function whyGuessable(password: string, about: About): string | undefined {
  judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: ANALYSED });
  const { guesses, sequence } = judge.check(password, namesOf(about));
  if (guesses >= ENOUGH_GUESSES) return isBreached(password) ? SAYS.breached : undefined;
  const [most] = sequence.toSorted((a, b) => b.token.length - a.token.length);
  if (most?.pattern === "repeat") return SAYS.repeat;
  if (most?.pattern === "sequence" || most?.pattern === "spatial" || /^\d+$/.test(password)) return SAYS.run;
  return SAYS.common;
}
