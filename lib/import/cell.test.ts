import { expect, test } from "vitest";
import { cleanBytes } from "./cell";

test("a cell in bytes is cleaned at its ends, however long the gap within", () => {
  const gap = " \t".repeat(1_000_000);
  expect(cleanBytes(" \r\nJos\xe9 \t")).toBe("Jos\xe9");
  expect(cleanBytes(" \t\n")).toBe("");
  expect(cleanBytes(`${gap}Jos\xe9${gap}x${gap}`)).toBe(`Jos\xe9${gap}x`);
});
