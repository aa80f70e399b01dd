import { expect, test } from "vitest";
import { plainEyes } from "./eyes";
import { hourWords, typedWords } from "./typed-words";

test.each([
  [null, null, "5 Dec at 09:00"],
  ["en-US", null, "12/5/2026 at 9:00 AM"],
  ["en-US", "24", "12/5/2026 at 09:00"],
  ["en-GB", null, "05/12/2026 at 09:00"],
  ["de-DE", null, "05.12.2026 at 09:00"],
  ["fr-FR", "12", "05/12/2026 at 9:00 AM"],
] as const)("a time that is everybody's own is written as in %s, by a clock of %s hours", (locale, clock, words) => {
  const eyes = { ...plainEyes(new Date("2026-11-28T12:00:00Z")), zone: "Pacific/Auckland", locale, clock };
  const { date, clock: time } = typedWords("2026-12-05T09:00", eyes);
  expect(`${date} at ${time}`).toBe(words);
});

test("so are hours that are always the same", () => {
  expect(hourWords("20:00", { ...plainEyes(), locale: "en-US" })).toBe("8:00 PM");
  expect(hourWords("09:00", plainEyes())).toBe("09:00");
});
