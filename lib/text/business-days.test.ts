import { expect, test } from "vitest";
import { tenBusinessDaysAfter } from "./business-days";

test.each([
  ["a Monday", "2026-11-02T20:00:00Z", "America/Los_Angeles", "2026-11-16T20:00:00.000Z"],
  ["a Friday", "2026-11-06T20:00:00Z", "America/Los_Angeles", "2026-11-20T20:00:00.000Z"],
  ["a Saturday", "2026-11-07T20:00:00Z", "America/Los_Angeles", "2026-11-20T20:00:00.000Z"],
  ["a Sunday", "2026-11-08T20:00:00Z", "America/Los_Angeles", "2026-11-20T20:00:00.000Z"],
  // Sunday evening there, Monday by UTC.
  ["a Sunday elsewhere", "2026-11-09T04:00:00Z", "America/Los_Angeles", "2026-11-21T04:00:00.000Z"],
])("ten business days from %s", (_, at, zone, until) =>
  expect(tenBusinessDaysAfter(new Date(at), zone).toISOString()).toBe(until),
);
