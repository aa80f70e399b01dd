import { expect, test } from "vitest";
import { foundIn } from "@/components/pick/choices";
import { timeZoneOptions } from "@/lib/text/time";
import { zonesIn, zonesOf } from "@/lib/text/zones";

const zones = zonesOf(zonesIn(timeZoneOptions()));

async function found(query: string) {
  await zones.learn();
  return foundIn(zones, query).choices.map(({ value }) => value);
}

test.each([
  ["new york", ["America/New_York"]],
  ["America/New_York", ["America/New_York"]],
  ["berlin", ["Europe/Berlin"]],
  ["york am", ["America/New_York"]],
  ["kolkata", ["Asia/Kolkata"]],
  ["calcutta", ["Asia/Kolkata"]],
  ["saigon", ["Asia/Ho_Chi_Minh"]],
  ["utc", ["UTC"]],
  ["porto velho", ["America/Porto_Velho"]],
  ["port-au-prince", ["America/Port-au-Prince"]],
  ["sao paulo", ["America/Sao_Paulo"]],
  ["atlantis", []],
])("a time zone is found by the words of its name, today's or older: %s", async (query, all) => {
  expect(await found(query)).toEqual(all);
});

test.each([
  ["pacific", "America/Los_Angeles", "Pacific/Auckland"],
  ["pacific time", "America/Los_Angeles", "America/Tijuana"],
  ["central time", "America/Chicago", "America/Winnipeg"],
  ["pst", "America/Los_Angeles", "America/Vancouver"],
  ["cet", "Europe/Berlin", "Europe/Paris"],
  ["utc+5:30", "Asia/Kolkata", "Asia/Colombo"],
  ["pacific/", "Pacific/Auckland", "Pacific/Fiji"],
])("and by what people call it, or how far it is from UTC: %s", async (query, ...some) => {
  expect(await found(query)).toEqual(expect.arrayContaining(some));
});

test("what people call so comes before what only has the word in it", async () => {
  expect((await found("pacific")).slice(0, 3)).toEqual(["America/Los_Angeles", "America/Tijuana", "America/Vancouver"]);
  expect((await found("utc-8"))[0]).toBe("America/Los_Angeles");
  expect((await found("est"))[0]).toMatch(/^America\//);
});

test("a zone is read with spaces and its offset of today; where an older name is held that is its value, and what it says stays", () => {
  const said = (held: string) => zonesIn(timeZoneOptions(held)).find(({ value }) => value === held)?.label;
  expect(said("America/Argentina/Buenos_Aires")).toBe("America/Argentina/Buenos Aires (UTC−3)");
  expect(said("America/Buenos_Aires")).toBe("America/Argentina/Buenos Aires (UTC−3)");
  expect(said("UTC")).toBe("UTC (UTC+0)");
});
