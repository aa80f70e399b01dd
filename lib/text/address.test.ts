import { domainToASCII } from "node:url";
import { describe, expect, test } from "vitest";
import { asciiAddress, asKept, shownAddress } from "./address";

test.each([
  ["ana@harbour.example", "ana@harbour.example"],
  ["O'Brien@Harbour.example", "O'Brien@Harbour.example"],
  ["info@bücher.example", "info@xn--bcher-kva.example"],
  ["info@BÜCHER.example", "info@xn--bcher-kva.example"],
  ["info@bu\u0308cher.example", "info@xn--bcher-kva.example"],
  ["info@xn--bcher-kva.example", "info@xn--bcher-kva.example"],
  ["info@XN--BCHER-KVA.example", "info@xn--bcher-kva.example"],
  ["a@straße.example", "a@xn--strae-oqa.example"],
  ["a@пример.рф", "a@xn--e1afmkfd.xn--p1ai"],
  ["a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"],
  ["a@col·legi.example", "a@xn--collegi-xma.example"],
  ["a@مثال.example", "a@xn--mgbh0fb.example"],
  [`${"a".repeat(64)}@x.example`, `${"a".repeat(64)}@x.example`],
])("%s is kept as %s", (typed, kept) => expect(asciiAddress(typed)).toBe(kept));

test.each([
  `${"a".repeat(65)}@x.example`,
  `a@${"b".repeat(64)}.example`,
  `a@${"é".repeat(60)}.example`,
  `a@${Array(50).fill("bcdef").join(".")}.example`,
  "müller@x.example",
  "a＠x.example",
  "a@ｘ.example",
  "a@x。example",
  "a@ev\u0131l.example",
  `a@${domainToASCII("ev\u0131l.example")}`,
  "a@p\u0430ypal.example",
  `a@${domainToASCII("p\u0430ypal.example")}`,
  "a@xn--.example",
  "a@xn--a.example",
  "a@b",
  "a@-x.example",
  "a@x..example",
  "a@x.example.",
  "a@[127.0.0.1]",
  "a@1.2.3.4",
  "a b@x.example",
  ".a@x.example",
  "a..b@x.example",
  '"a"@x.example',
  "a@b@x.example",
  "a@x.example/",
  "a@x.example/b",
  "a@x.example?subject=b",
  "a@x.example#b",
  "a@x.example\\b",
  "a@x.exa%6dple",
  "a@bücher.example/b",
])("%s is refused", (typed) => expect(asciiAddress(typed)).toBeNull());

describe("it is shown", () => {
  test.each([
    ["info@xn--bcher-kva.example", "info@bücher.example"],
    ["a@xn--e1afmkfd.xn--p1ai", "a@пример.рф"],
    ["ana@x.example", "ana@x.example"],
    // All of its letters look like Latin ones.
    ["a@xn--80ak6aa92e.example", "a@xn--80ak6aa92e.example"],
    // Two scripts in a word; an alphabet whose letters we can't judge.
    ["a@xn--pypal-4ve.example", "a@xn--pypal-4ve.example"],
    ["a@xn--f9dt.example", "a@xn--f9dt.example"],
    ["a@x.xn--bcher-kva.example", "a@x.bücher.example"],
    ["Ana xn-- Silva", "Ana xn-- Silva"],
  ])("%s as %s", (kept, shown) => expect(shownAddress(kept)).toBe(shown));
});

test.each([
  ["bücher", "xn--bcher-kva"],
  ["Info@BÜCHER.ex", "Info@xn--bcher-kva.ex"],
  ["@пример.рф", "@xn--e1afmkfd.xn--p1ai"],
  ["o’brien", null],
  ["a/ü", null],
  ["ü%41", null],
  ["ＡＢＣ", null],
  ["silva", null],
  ["xn--bcher-kva", null],
  ["", null],
])("“%s” is looked for as %s, too", (typed, kept) => expect(asKept(typed)).toBe(kept));

test("nothing after a line end is drawn into the domain", () => {
  expect(["ana@x.example\nAna", "ana@x.example\tAna", "ana@bücher.example\n"].map(asciiAddress)).toEqual([
    null,
    null,
    null,
  ]);
});

test("a domain of megabytes is none, whatever letters and marks it is made of", () => {
  for (const part of ["\u0301\u0316", "ü", "a.", "a"])
    expect(asciiAddress(`a@a${part.repeat(1_000_000)}.example`)).toBeNull();
});
