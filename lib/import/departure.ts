import { GONE, GONE_ASIDE, HERE, KINDS, type Kind, MARITAL, NO_PERSON, SURE, VAGUE } from "./departure-words";
import { fold } from "./heading";
import { likeness } from "./lexicon";

const YES = /^(?:true|yes|y|1|x|ja|j|wahr|si|s|verdadero|oui|o|vrai|sim|verdadeiro|да|✓|✔|on|t|checked|marcado|coche)$/;
const NO = /^(?:false|no|n|0|nein|falsch|falso|non|faux|nao|нет|off|f|unchecked|not checked|no marcado|non coche|-)$/;

/** "Yes", "nein", "✓" */
export const isYesOrNo = (cell: string) => {
  const word = wordIn(cell);
  return YES.test(word) || NO.test(word);
};

/** Which kind of such a column a heading may mean; null for another one. */
export const departureKind = (heading: string): Kind | null => kindOf(heading).kind;

/** `isSure`: no word stands beside it that may make it another thing's state. */
function kindOf(heading: string): { kind: Kind | null; isSure: boolean } {
  const plain = heading.replace(/(?<![\p{L}\d])\d+(?![\p{L}\d])/gu, " ");
  const all = Object.entries(KINDS).map(([kind, lexicon]) => [kind as Kind, likeness(plain, lexicon)] as const);
  const [kind, how] = all.reduce((best, each) => (each[1] > best[1] ? each : best));
  return { kind: how >= 0.5 ? kind : null, isSure: how > 0.5 };
}

/** Whether its cells are worth a look, however many different ones there are. */
export const mayTellWhoLeft = (heading: string) =>
  departureKind(heading) !== null || likeness(heading, VAGUE) > ABOUT_PERSON;

const ABOUT_PERSON = 0.9;

/** Of a state or a day; a cell of megabytes is neither. */
const LONGEST = 100;

/** "A - Active" is "active". */
const wordIn = (cell: string) => fold(cell.slice(0, LONGEST)).replace(/^(?:\p{L}|\d{1,3})\s*[-–:=]\s+(?=\p{L})/u, "");

const differentIn = (cells: readonly string[]) => [...new Set(cells.map(wordIn))].filter((word) => word !== "");

/** A list knows no more states than that. */
export const MOST_STATES = 12;

/** Whether a column says who is no more. */
export const tellsWhoLeft = (heading: string, cells: readonly string[]): boolean =>
  wayToTell(heading, differentIn(cells)) !== null;

/**
 * Said beside a name, in a whole word and maybe a day. Who was called otherwise once is still there: "Ana Silva (formerly
 * Lopez)"; and "(Archivist)" and "(Left Coast)" are what somebody does, and where.
 */
export const isGone = (words: string) => {
  const told = GONE_ASIDE.exec(wordIn(words));
  const since = told?.[1] ?? "";
  return told !== null && (since === "" || /^(?:19|20)\d\d$/.test(since) || dayIn(since) !== null);
};

const isState = (word: string) => GONE.test(word) || HERE.test(word) || NO_PERSON.test(word);

/**
 * How a column says who is no more. By a heading that means nothing else, with a word that does or half of its different
 * cells ("State" is a status, or California); by all of its cells where the heading leaves it open. A heading that is
 * about something else ("MFA", "Voicemail enabled", "Prioridad") says it only in words that nobody has for things.
 */
function wayToTell(heading: string, different: readonly string[]): Kind | "sure" | null {
  if (different.some((word) => MARITAL.test(word))) return null;
  const { kind, isSure } = kindOf(heading);
  const isKnown = (word: string) =>
    isState(word) ||
    (kind === "lastDay" ? serialDay(word) !== null : YES.test(word) || NO.test(word)) ||
    (kind !== "there" && (DAY.test(word) || dayOf(word, false) !== null));
  if (kind === "bits") return different.every((word) => /^\d{3,9}$/.test(word)) ? kind : null;
  if (kind && isSure) {
    if (kind === "state" && (different.some((word) => GONE.test(word)) || codesOf(heading, different))) return kind;
    return different.filter(isKnown).length * 2 >= Math.max(1, different.length) ? kind : null;
  }
  const vague = /\p{L}/u.test(heading) ? likeness(heading, VAGUE) : ABOUT_PERSON;
  const areStates = different.length <= MOST_STATES && different.every(isState);
  const isNobody = (word: string) => word.endsWith("mailbox") && NO_PERSON.test(word);
  if (areStates && vague > 0.5 && different.some((word) => GONE.test(word) || isNobody(word))) return "state";
  return (areStates || vague > ABOUT_PERSON) && different.some((word) => SURE.test(word)) ? "sure" : null;
}

/**
 * "A", "L", "T": a state in one letter, as programs for payrolls write it; those of the gone, or null where letters mean
 * something else. "B" is "baja".
 */
function codesOf(heading: string, words: readonly string[]): RegExp | null {
  const isSpanish = /estado|situaci/i.test(heading);
  const known = isSpanish ? /^[abilt]$/ : /^[adilprstu]$/;
  return words.includes("a") && words.every((word) => known.test(word)) ? (isSpanish ? /^[bit]$/ : /^[ditr]$/) : null;
}

/** Reads a column's cells: true for somebody who is no more, by the day that it is. */
export function departureReader(heading: string, cells: readonly string[], today = new Date()) {
  const different = differentIn(cells);
  const kind = wayToTell(heading, different) ?? departureKind(heading) ?? "state";
  const codes = kind === "state" ? codesOf(heading, different) : null;
  const dayFirst = cells.some((cell) => Number(/^\s*(\d{1,2})[/.-]\d{1,2}[/.-]\d{2,4}/.exec(cell)?.[1]) > 12);
  return (cell: string): boolean => {
    const word = wordIn(cell);
    if (word === "") return false;
    if (kind === "sure") return SURE.test(word);
    if (kind === "bits") return (Number(word) & DISABLED) !== 0;
    const day = dayOf(cell.slice(0, LONGEST), dayFirst) ?? (kind === "lastDay" ? serialDay(word) : null);
    if (day) return kind !== "there" && day.getTime() <= today.getTime();
    if (GONE.test(word) || NO_PERSON.test(word)) return true;
    if (codes) return codes.test(word);
    if (kind === "there" || kind === "state") return NO.test(word) && (kind === "there" || word !== "-");
    return kind === "gone" && YES.test(word);
  };
}

/** Among the bits of userAccountControl: 514 is 512, an account, and this. */
const DISABLED = 2;

/** A day in figures, in any order, or zeros in place of one. */
const DAY = /^\d{1,4}([/.-])\d{1,2}\1(?:\d{4}|\d{1,2})(?!\d)/;

export const dayIn = (cell: string) => dayOf(cell, false) ?? serialDay(cell);

/** 2026-10-12, 10/12/2026, 12.10.2026, with a time behind it or not; null for what is no date. */
function dayOf(cell: string, dayFirst: boolean): Date | null {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const [, month, ofYear = "", before, monthAfter] =
    /^(?:(\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2}))$/.exec(text) ?? [];
  if (month ?? monthAfter) return dateOf(before ?? ofYear, month ?? monthAfter, LATE);
  const other = /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/.exec(text);
  if (!other) return wordDay(text);
  const [, one, sign, two, year = ""] = other;
  const isDayFirst = dayFirst || sign === ".";
  return dateOf(year.length === 2 ? `20${year}` : year, isDayFirst ? two : one, isDayFirst ? one : two);
}

/** Where only the month is said: a day that it has. */
const LATE = "28";

/** 20241231, and what a spreadsheet keeps of a day that it was not told to show as one: days since 1900. */
function serialDay(text: string): Date | null {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year) return dateOf(year, month, day);
  const days = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  return days > 20_000 && days < 80_000 ? new Date(Date.UTC(1899, 11, 30 + days)) : null;
}

/** How the months begin in English, German, Spanish, French and Portuguese. */
const MONTHS =
  "jan ene|feb fev|mar|apr abr avr|may mai|jun juin|jul juil|aug ago aou|sep set|oct okt out|nov|dec dez dic"
    .split("|")
    .map((beginnings) => beginnings.split(" "));

/** "Oct 12, 2026", "12 October 2026", "28 févr. 2024", "28 de febrero de 2024" */
function wordDay(text: string): Date | null {
  const [, day = LATE, name, year] =
    /^(?:(\d{1,2})[. ]*(?:de )?)?(\p{L}{3,})[. ]*(?:de )?(\d{4})/u.exec(fold(text)) ?? [];
  const month = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => name?.startsWith(beginning)));
  if (month !== -1) return dateOf(year, String(month + 1), day);
  if (!/\p{L}{3}.*\d{4}/u.test(text) && !/\d{1,2}[ -]\p{L}{3}/u.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : new Date(moment);
}

/** What programs write where there is no day: "00/00/0000", "0001-01-01", "1601-01-01", "1900-01-01". */
const NO_DAY_UNTIL = 1901;

function dateOf(year = "", month = "", day = ""): Date | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number.isNaN(date.getTime()) || Number(month) > 12 || Number(year) < NO_DAY_UNTIL ? null : date;
}
