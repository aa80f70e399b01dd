import { expect, test } from "vitest";
import { isTimeZone, timeZoneOptions } from "./time";

const options = (held?: string) =>
  timeZoneOptions(held)
    .split("\n")
    .map((line) => line.split("\t"));
const values = (held?: string) => options(held).map(([value]) => value);

test("each zone is offered once, by the name it has today", () => {
  const offered = values();
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered).toEqual(expect.arrayContaining(["UTC", "America/Los_Angeles", "Asia/Kolkata", "Europe/Kyiv"]));
  const asNodeKnows = offered.map((timeZone) => new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone);
  expect(new Set(asNodeKnows).size).toBe(offered.length);
  expect(offered).toEqual(expect.not.arrayContaining(["Asia/Calcutta", "Europe/Kiev", "America/Buenos_Aires"]));
});

test("an older name that somebody has is accepted and stands chosen in the place of today's", () => {
  expect(isTimeZone("Asia/Calcutta")).toBe(true);
  const [, label] = options("Asia/Calcutta").find(([value]) => value === "Asia/Calcutta") ?? [];
  expect(label).toMatch(/^Asia\/Kolkata \(UTC\+5:30\)$/);
  expect(values("Asia/Calcutta")).not.toContain("Asia/Kolkata");
  expect(values("Asia/Calcutta")).toHaveLength(values().length);
  expect(values()).not.toContain("Asia/Calcutta");
});

test.each(["Mars/Base", "", "toString", "asia/kolkata"])("%j is no time zone", (zone) =>
  expect(isTimeZone(zone)).toBe(false),
);
