import { expect, test } from "vitest";
import { places } from "./places";

test("one may have all; who has fewer takes the oldest of who has most; who would have as many gets none", () => {
  const three = places<string>(3);
  for (const each of ["a1", "a2", "a3"]) expect(three.take("ana", each)).toEqual({ gone: undefined });
  expect(three.take("ana", "a4")).toBe(false);
  expect(three.take("ben", "b1")).toEqual({ gone: "a1" });
  expect(three.take("ben", "b2")).toBe(false);
  expect(three.take("cara", "c1")).toEqual({ gone: "a2" });
  expect(three.take("dan", "d1")).toBe(false);
  expect(three.leave("ana", "a1")).toBe(false);
  expect(three.leave("ana", "a3")).toBe(true);
  expect(three.take("dan", "d1")).toEqual({ gone: undefined });
  expect(three.all()).toEqual(["b1", "c1", "d1"]);
});
