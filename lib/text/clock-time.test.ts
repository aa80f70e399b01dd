import { expect, test } from "vitest";
import { momentOf } from "./clock-time";

test("a clock's time is a moment, across zones and the days on which clocks change", () => {
  const at = (typed: string, zone: string) => momentOf(typed, zone)?.toISOString();
  expect(at("2026-11-27T09:00", "America/Los_Angeles")).toBe("2026-11-27T17:00:00.000Z");
  expect(at("2026-07-01T00:30", "Asia/Kolkata")).toBe("2026-06-30T19:00:00.000Z");
  expect(at("2026-03-29T01:30", "Europe/Berlin")).toBe("2026-03-29T00:30:00.000Z");
  expect(at("2026-03-29T03:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  // Skipped: clocks go from 2:00 to 3:00.
  expect(["2026-03-29T00:30:00.000Z", "2026-03-29T01:30:00.000Z"]).toContain(at("2026-03-29T02:30", "Europe/Berlin"));
  for (const nonsense of ["", "tomorrow", "2026-13-01T09:00", "2026-11-27"])
    expect(momentOf(nonsense, "UTC")).toBeNull();
});
