import { expect, test } from "vitest";
import { figureIn, withFiguresOf } from "./figure";

test.each([
  [null, "18,776"],
  ["en-US", "18,776"],
  ["en-IN", "18,776"],
  ["de-DE", "18.776"],
  ["pt-BR", "18.776"],
  ["fr-FR", "18\u202f776"],
  ["ar-EG", "18,776"],
])("a count as %s writes it", (locale, words) => expect(figureIn(locale)(18_776)).toBe(words));

test("a million in India is ten lakh", () => expect(figureIn("en-IN")(1_000_000)).toBe("10,00,000"));

test.each([
  [null, "Use 1,600 characters or fewer, not 10,000,000."],
  ["de-DE", "Use 1.600 characters or fewer, not 10.000.000."],
  ["en-IN", "Use 1,600 characters or fewer, not 1,00,00,000."],
])("the limits in our words are written as by %s, too", (locale, words) =>
  expect(withFiguresOf(locale, "Use 1,600 characters or fewer, not 10,000,000.")).toBe(words),
);
