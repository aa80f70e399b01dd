import { SegmentedMessage } from "sms-segments-calculator";
import { gsmSegments } from "../messages/gsm";

/** In place of `from`, `to`. */
export type Replacement = { from: string; to: string };

/** What becomes of signs that telephones have not in their own alphabet. */
export type Rule = { mode: "off" | "table" | "all"; table: readonly Replacement[] };

export type Replaced = { text: string; changes: Replacement[] };

/** The text as it leaves, and what was replaced in it, each once; nothing in `kept`, an address that has to lead somewhere. */
export function replaced(text: string, rule: Rule, kept = ""): Replaced {
  if (rule.mode === "off") return { text, changes: [] };
  const parts = (kept ? text.split(kept) : [text]).map((part) => ofPart(part, rule));
  const changes = new Map(parts.flatMap((part) => part.changes).map((each) => [each.from, each]));
  return { text: parts.map((part) => part.text).join(kept), changes: [...changes.values()] };
}

const ofPart = (text: string, { mode, table }: Rule) => (mode === "table" ? byTable(text, table) : byNearest(text));

/** All at once, the longest first: what stands for something is not replaced again. */
function byTable(text: string, table: readonly Replacement[]): Replaced {
  const to = new Map(table.map((each) => [each.from, each.to]));
  const longest = [...to.keys()].sort((a, b) => b.length - a.length);
  if (longest.length === 0) return { text, changes: [] };
  const any = new RegExp(longest.map((from) => from.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "gu");
  return changing(
    text.match(any) ?? [],
    text.replace(any, (from) => to.get(from) ?? from),
    to,
  );
}

const changing = (found: readonly string[], text: string, to: ReadonlyMap<string, string>): Replaced => ({
  text,
  changes: [...new Set(found)].map((from) => ({ from, to: to.get(from) ?? from })),
});

const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As people see signs: an "e" with an accent of its own is one, and so is a family of four. */
function byNearest(text: string): Replaced {
  if (isSpelt(text)) return { text, changes: [] };
  const to = new Map<string, string>();
  const parts = Array.from(signs.segment(text), ({ segment }) => {
    const near = nearest(segment);
    if (near !== segment) to.set(segment, near);
    return near;
  });
  return changing([...to.keys()], parts.join(""), to);
}

const isSpelt = (text: string) => gsmSegments(text) !== undefined;

/** Nothing is near to a picture, and its parts are none of it. */
const PICTURE = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f/u;

/** The sign, or several, of telephones' own alphabet that come nearest; itself where none does. */
function nearest(sign: string): string {
  const whole = sign.normalize("NFC");
  if (isSpelt(whole)) return whole;
  if (PICTURE.test(whole)) return sign;
  const near = [...whole].map((each) => nearTo(each)).join("");
  return isSpelt(near) ? near : sign;
}

function nearTo(sign: string): string {
  if (isSpelt(sign)) return sign;
  if (/\p{M}|\p{Default_Ignorable_Code_Point}/u.test(sign)) return "";
  if (/[\s\p{Z}]/u.test(sign)) return " ";
  if (/\p{Pd}|\u2212/u.test(sign)) return "-";
  const known = knownNear(sign);
  if (known !== sign) return known;
  const bare = sign.normalize("NFKD").replace(/\p{M}/gu, "");
  return [...bare].map((each) => (isSpelt(each) ? each : nearLetter(knownNear(each)))).join("");
}

/** What Twilio's library has in place of a sign: quotes, dashes, fractions and their like. */
const knownNear = (sign: string) =>
  new SegmentedMessage(sign, "auto", true).encodedChars.map(({ raw }) => raw ?? "").join("");

/** Letters in the order of Unicode: one that differs from another by a stroke alone stands at its place. */
const alike = new Intl.Collator("en", { sensitivity: "base" });
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz", "ae", "oe", "ij", "ss"];

function nearLetter(sign: string): string {
  if (!/\p{Script=Latin}/u.test(sign)) return sign;
  const upper = sign.toUpperCase();
  const letter =
    LETTERS.find((each) => alike.compare(each, sign) === 0) ?? (isSpelt(upper) ? upper.toLowerCase() : sign);
  return sign === upper && sign !== sign.toLowerCase() ? letter.toUpperCase() : letter;
}
