import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, it } from "vitest";
import { gsmSegments } from "./gsm";
import { segmentsOf } from "./segments";

describe("segments", () => {
  it.each([
    ["", 1],
    ["a".repeat(160), 1],
    ["a".repeat(161), 2],
    ["a".repeat(306), 2],
    ["a".repeat(307), 3],
    ["€".repeat(80), 1],
    ["€".repeat(81), 2],
    // An escape stays with what it stands before: 76 pairs a piece.
    ["]".repeat(153), 3],
    [`${"a".repeat(152)}€${"a".repeat(10)}`, 2],
    ["ж".repeat(70), 1],
    ["ж".repeat(71), 2],
    [`${"ж".repeat(66)}🙂${"ж".repeat(10)}`, 2],
    [`${"a".repeat(69)}🙂`, 2],
    ["ç", 1],
  ])("%j: %i", (text, count) => expect(segmentsOf(text).segments).toBe(count));

  it("are counted by lines as they are sent, not as a browser posts them", () => {
    expect(segmentsOf("a\r\nb")).toEqual({ characters: 3, segments: 1, alphabet: "GSM-7" });
  });

  it("are those of the library, whatever the text", () => {
    const next = dice(20_261_127);
    for (let n = 0; n < 1000; n++) {
      const text = someText(next);
      const theirs = new SegmentedMessage(text);
      const { segments, alphabet } = segmentsOf(text);
      expect([segments, alphabet], JSON.stringify(text)).toEqual([theirs.segmentsCount, theirs.getEncodingName()]);
    }
  });

  it("of a text that telephones have letters for are counted without the library", () => {
    expect(gsmSegments("Grüße, señor: 5 € {ok}")?.segments).toBe(1);
    expect(gsmSegments("Привет")).toBeUndefined();
  });
});

/** The same texts at every run. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

const SIGNS = [..."abc 019.,\n\f@£$éùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!¤%&ÄÖÑÜ§¿äöñüà", ..."€[]{}\\^~|"];
const OTHERS = ["ж", "ç", "“", "🙂", "👨‍👩‍👧‍👦", "🇫🇷", "e\u0301", "\t", "`", "漢"];

/** Mostly near where a piece ends. */
function someText(next: (sides: number) => number): string {
  const length = [next(20), 150 + next(20), 300 + next(12), 60 + next(15), 130 + next(10)][next(5)] ?? 0;
  const rare = next(3) === 0 ? 6 : 100_000;
  const one = (list: readonly string[]) => list[next(list.length)] ?? "";
  return Array.from({ length }, () => (next(rare) === 0 ? one(OTHERS) : one(SIGNS))).join("");
}
