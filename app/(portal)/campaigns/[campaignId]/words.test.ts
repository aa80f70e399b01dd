import { expect, test } from "vitest";
import { segmentWords } from "./words";

test("how many segments a text has is said in words, and what makes them more", () => {
  const said = (signs: string[]) => segmentWords({ least: 1, most: 2, signs });
  expect(segmentWords({ least: 1, most: 1, signs: [] })).toBe("1 segment each.");
  expect(said(["Ł"])).toBe("1 to 2 segments each; “Ł” is not in the telephones' own alphabet and makes them more.");
  expect(said(["’", "Ł"])).toContain("“’” and “Ł” are not in the telephones' own alphabet and make them more.");
  expect(said(["\u202e"])).toContain("each; an invisible sign is not");
  expect(said([..."łąćęńś"])).toContain("“ł”, “ą”, “ć”, “ę”, “ń”, and others are not");
});
