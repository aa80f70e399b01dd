import { expect, test } from "vitest";
import { visible, visibleName } from "./invisible";

const hidden: [string, string, string][] = [
  ["a right-to-left override", "\u202egnp.exe", "gnp.exe"],
  ["embeddings and their end", "\u202aAna\u202c \u202bSilva\u202c\u202d", "Ana Silva"],
  ["isolates", "\u2066Ana\u2069\u2067\u2068", "Ana"],
  ["direction marks", "\u200eAna\u200f\u061c", "Ana"],
  ["a zero-width space within", "An\u200ba", "Ana"],
  ["joiners in Latin letters", "A\u200cn\u200da", "Ana"],
  ["joiners at the ends", "\u200dAna Silva\u200c", "Ana Silva"],
  ["word joiner, byte order mark, soft hyphen", "\u2060A\ufeffn\u00ada", "Ana"],
  ["deprecated format signs and annotations", "\u206aAn\ufff9\ufffba", "Ana"],
  ["tags", "Ana\u{e0041}\u{e007f}\u{e0001}", "Ana"],
  ["fillers", "\u3164Ana\u115f\u1160\uffa0", "Ana"],
  ["a selector without anything to select", "Ana\ufe0f \ufe0eSilva\u{e0100}", "Ana Silva"],
  ["spaces of every width", "Ana\u00a0\u3000\u2003  Silva\u2800", "Ana Silva"],
  ["an accent written as a sign of its own", "Zoe\u0308", "Zo\u00eb"],
  ["Hangul in its parts", "\u1112\u1161\u11ab", "\ud55c"],
];

test.each(hidden)("a name is kept without %s", (_, typed, kept) => {
  expect(visibleName(typed)).toBe(kept);
});

test.each([
  ["a mark that is two", `a${"\u0344".repeat(30)}`],
  ["piles with something unseen between them", `a${`${"\u0301".repeat(28)}\u200b`.repeat(3)}`],
])("what is kept of %s is kept again as it is", (_, typed) => {
  expect(visibleName(visibleName(typed))).toBe(visibleName(typed));
});

test.each(["مرحبا \u200fالعربية", "Ana (\u200eUS\u200e) Silva"])("a mark between signs stays: %s", (name) => {
  expect(visibleName(name)).toBe(name);
});

test.each([
  ["Braille blanks", "\u2800\u2800"],
  ["a Hangul filler", "\u3164"],
  ["an initial consonant's filler", "\u115f\u1160\uffa0"],
  ["combining marks alone", "\u0301\u0308"],
  ["a variation selector alone", "\ufe0f"],
  ["joiners alone", "\u200c\u200d"],
  ["tags alone", "\u{e0061}\u{e007f}"],
  ["blank signs of music and hieroglyphs", "\u{1d159}\u{13441}"],
  ["private signs", "\ue000\u{f0000}"],
  ["spaces", " \u00a0\u2007"],
  ["direction marks alone", "\u202e\u2066"],
])("%s are no name", (_, typed) => {
  expect(visibleName(typed)).toBe("");
});

test.each([
  ["Persian with its non-joiner", "\u0645\u06cc\u200c\u0631\u0648\u0645"],
  ["Sinhala with its joiner", "\u0dc1\u0dca\u200d\u0dbb\u0dd3"],
  ["Malayalam with a joiner at its end", "\u0d30\u0d3e\u0d1c\u0d28\u0d4d\u200d"],
  ["a family", "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}"],
  ["a health worker", "\u{1f469}\u{1f3fd}\u200d\u2695\ufe0f"],
  ["a Japanese name's variant", "\u845b\u{e0100}\u57ce"],
  ["Hebrew and Latin together", "\u05d3\u05e0\u05d4 Cohen"],
  ["signs", "O\u2019Brien-Smith, Jr. (Ops) #4"],
  ["one letter", "\u738b"],
  ["several lines", "Ana\r\nBen\tCy"],
])("%s stays as it is", (_, typed) => {
  expect(visibleName(typed)).toBe(typed);
});

test("in an address nothing that is invisible has a place", () => {
  for (const [, typed] of hidden.slice(0, 11)) expect(visible(typed)).not.toMatch(/[\p{Cf}\u3164\u115f\u1160\uffa0]/u);
});

test.each([
  ["a gap", "\t".repeat(1_000_000)],
  ["a gap of marks of a direction", "\u200f ".repeat(500_000)],
])("%s in a text of a megabyte stays, and is looked through once", (_, gap) => {
  expect(visibleName(`a${gap}b`).length).toBe(gap.length + 2);
});

test("a pile of a million marks is no taller than any letter's, and soon put in order", () => {
  const pile = "\u0301\u0316".repeat(500_000);
  expect(visibleName(`a${pile}b`).length).toBeLessThan(40);
  expect(visible(`a${pile}b`).length).toBe(32);
  expect(visible(`a${"\uff9e\u0301".repeat(500_000)}b`).length).toBe(32);
  expect(visibleName(`Z${"\u0316\u0323".repeat(10)}`)).toBe(`Z${"\u0316\u0323".repeat(10)}`.normalize("NFC"));
});
