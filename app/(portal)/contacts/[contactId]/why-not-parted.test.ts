import { expect, test } from "vitest";
import { whyNotParted } from "./why-not-parted";

const OVER = "Merged more than 30 days ago.";
const bringing = { id: "b", phone: "+14155550142", canPart: true, cameWith: null };

test.each([
  ["by itself", null, [bringing], OVER],
  ["with one that has Undo", "b", [bringing], "Came with (415) 555-0142. Undo that one first."],
  ["with one that is not seen", "b", [], "Came with another telephone. Undo that one first."],
  [
    "with one that came with another",
    "b",
    [{ ...bringing, canPart: false, cameWith: "c" }],
    "Came with (415) 555-0142. Undo that one first.",
  ],
  ["with one that is long there", "b", [{ ...bringing, canPart: false }], OVER],
] as const)("a telephone that came %s says why it has no Undo", (_, cameWith, phones, said) => {
  expect(whyNotParted(cameWith, phones)).toBe(said);
});
