import { expect, test } from "vitest";
import { segmentsOf } from "../messages/segments";
import { type Rule, replaced } from "./replace";

const ALL: Rule = { mode: "all", table: [] };
const all = (text: string) => replaced(text, ALL).text;

test.each([
  ["“It’s here” – at last…", `"It's here" - at last...`],
  ["Überraschung für Łukasz Đorđević, çok güzel ışık", "Überraschung für Lukasz Dordevic, cok güzel isik"],
  ["cafe\u0301 déjà vu, sm\u00f6rg\u00e5s", "café déjà vu, smörgås"],
  ["x\u0302 and ő", "x and o"],
  ["one\u00a0two\u2003three\tfour", "one two three four"],
  ["½ of №5 is 2² ™", "1/2 of No5 is 22 TM"],
  ["a\u200bb\ufeffc\u00add", "abcd"],
  ["ＡＢＣ！ «Œuvre» straße ĲSSEL", `ABC! "OEuvre" straße IJSSEL`],
  ["10−5 = 5 • `x` ´y´", "10-5 = 5 - 'x' 'y'"],
])("%s becomes %s", (text, plain) => {
  expect(all(text)).toBe(plain);
  expect(segmentsOf(all(text)).alphabet).toBe("GSM-7");
});

test.each(["Grüße, señor: 5 € {ok} [1]", "Hello\nthere", ""])("%j is spelt as it is", (text) =>
  expect(replaced(text, ALL)).toEqual({ text, changes: [] }),
);

test.each(["Привет", "你好", "👨‍👩‍👧‍👦", "👍🏽", "🇨🇭", "❤️", "1️⃣", "ℹ️", "שלום"])("nothing is near to %s", (text) =>
  expect(replaced(text, ALL)).toEqual({ text, changes: [] }),
);

test("what was replaced is told, each once, and a picture stays whole among it", () => {
  expect(replaced("“Hi” “you” 👍🏽…", ALL)).toEqual({
    text: `"Hi" "you" 👍🏽...`,
    changes: [
      { from: "“", to: '"' },
      { from: "”", to: '"' },
      { from: "…", to: "..." },
    ],
  });
});

test("the company's table replaces the longest first, and nothing twice", () => {
  const table = [
    { from: "€", to: "EUR" },
    { from: "EUR", to: "euros" },
    { from: "a.b", to: "c" },
    { from: "a", to: "A" },
  ];
  const rule: Rule = { mode: "table", table };
  expect(replaced("5 € a.b aXb", rule).text).toBe("5 EUR c AXb");
  expect(replaced("5 €", { mode: "table", table: [] })).toEqual({ text: "5 €", changes: [] });
});

test("off, nothing is replaced", () => {
  expect(replaced("“Hi”", { mode: "off", table: [{ from: "H", to: "h" }] })).toEqual({ text: "“Hi”", changes: [] });
});
