import { expect, test } from "vitest";
import { initialsOf, tintOf } from "./avatar";

test("initials are the first letters of the first and the last word, whatever the alphabet", () => {
  expect(initialsOf("Ana Ruiz")).toBe("AR");
  expect(initialsOf("  Maximiliana von der Fuente ")).toBe("MF");
  expect(initialsOf("benedikt þórsson")).toBe("BÞ");
  expect(initialsOf("👩‍🔧 Ünal")).toBe("👩Ü");
  expect(initialsOf("Prince")).toBe("P");
  expect(initialsOf("")).toBe("");
});

test("a tint is one of eight and stays with its id", () => {
  const tints = Array.from({ length: 400 }, (_, at) => tintOf(`0198-${at}-member`));
  expect(new Set(tints).size).toBe(8);
  expect(tintOf("0198-7-member")).toBe(tints[7]);
});
