import { expect, test } from "vitest";
import { momentOf } from "./clock-time";

test("a clock's time is a moment, across zones and the days on which clocks change", () => {
  const at = (typed: string, zone: string) => momentOf(typed, zone)?.toISOString();
  expect(at("2026-11-27T09:00", "America/Los_Angeles")).toBe("2026-11-27T17:00:00.000Z");
  expect(at("2026-07-01T00:30", "Asia/Kolkata")).toBe("2026-06-30T19:00:00.000Z");
  expect(at("2026-03-29T01:30", "Europe/Berlin")).toBe("2026-03-29T00:30:00.000Z");
  expect(at("2026-03-29T03:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  for (const nonsense of ["", "tomorrow", "2026-13-01T09:00", "2026-11-27", "2027-02-30T09:00", "2027-01-01T24:00"])
    expect(momentOf(nonsense, "UTC")).toBeNull();
});

test.each([
  ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["2027-03-14T02:30", "America/New_York", "2027-03-14T07:30:00.000Z"],
  ["2027-03-14T02:30", "America/St_Johns", "2027-03-14T06:00:00.000Z"],
  ["2027-10-03T02:15", "Australia/Lord_Howe", "2027-10-02T15:45:00.000Z"],
  ["2027-09-26T02:50", "Pacific/Chatham", "2027-09-25T14:05:00.000Z"],
  ["2027-09-05T00:30", "America/Santiago", "2027-09-05T04:30:00.000Z"],
])("%s, which clocks in %s skip, is so much later", (typed, zone, moment) => {
  expect(momentOf(typed, zone)?.toISOString()).toBe(moment);
});

test.each([
  ["2027-11-07T01:30", "America/New_York", "2027-11-07T05:30:00.000Z"],
  ["2027-10-31T02:30", "Europe/Berlin", "2027-10-31T00:30:00.000Z"],
  ["2027-04-04T01:45", "Australia/Lord_Howe", "2027-04-03T14:45:00.000Z"],
])("%s, which clocks in %s show twice, is the first of them", (typed, zone, moment) => {
  expect(momentOf(typed, zone)?.toISOString()).toBe(moment);
});
