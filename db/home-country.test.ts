import { v7 } from "uuid";
import { expect, test } from "vitest";
import { isCountry } from "@/lib/numbers/countries";
import { databaseBefore } from "@/tests/support/old-database";

/** What an old company had: its number, its time zone. */
const COMPANIES: [phone: string | null, zone: string, country: string][] = [
  [null, "America/New_York", "US"],
  [null, "America/Toronto", "CA"],
  [null, "Europe/London", "GB"],
  [null, "Europe/Kyiv", "UA"],
  [null, "Asia/Kolkata", "IN"],
  [null, "America/Argentina/Ushuaia", "AR"],
  [null, "UTC", "US"],
  [null, "Etc/GMT+5", "US"],
  // The number says more than the zone.
  ["+442079460018", "America/New_York", "GB"],
  ["+493012345678", "Europe/Vienna", "DE"],
  ["+541143210000", "UTC", "AR"],
  ["+85221234567", "Asia/Shanghai", "HK"],
  ["+35312345678", "Europe/London", "IE"],
  // Two countries dial +7.
  ["+74951234567", "Europe/Moscow", "RU"],
  ["+77271234567", "Asia/Almaty", "KZ"],
  // Many dial +1; where the zone is none of theirs, it is the United States.
  ["+14155550101", "America/Los_Angeles", "US"],
  ["+14165550101", "America/Toronto", "CA"],
  ["+18765550101", "America/Jamaica", "JM"],
  ["+14155550101", "Europe/Berlin", "US"],
  ["+14155550101", "America/Mexico_City", "US"],
  // An international number is no country's.
  ["+80012345678", "Europe/Madrid", "ES"],
];

test("a company from before countries has that of its number, otherwise that of its time zone", async () => {
  const { sql, upgrade } = await databaseBefore("natural_order_and_search");
  const companies = COMPANIES.map(([phone, zone, country]) => ({ id: v7(), phone, zone, country }));
  for (const { id, phone, zone } of companies) {
    await sql`insert into accounts (id, name, phone, time_zone) values (${id}, 'Harbor Dental', ${phone}, ${zone})`;
  }
  await upgrade();
  const rows = await sql<{ id: string; country: string }[]>`select id, country from accounts`;
  const found = new Map(rows.map(({ id, country }) => [id, country]));
  for (const { id, phone, zone, country } of companies) expect.soft(found.get(id), `${phone} ${zone}`).toBe(country);
});

test("of every time zone that a company can have comes a country that it can choose", async () => {
  const { sql, upgrade } = await databaseBefore("natural_order_and_search");
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    await sql`insert into accounts (id, name, time_zone) values (${v7()}, ${zone}, ${zone})`;
  }
  await upgrade();
  const rows = await sql<{ name: string; country: string }[]>`select name, country from accounts`;
  expect(rows.filter(({ country }) => !isCountry(country))).toEqual([]);
  const home = new Map(rows.map(({ name, country }) => [name, country]));
  expect([home.get("Asia/Tokyo"), home.get("Australia/Perth"), home.get("America/Chicago")]).toEqual([
    "JP",
    "AU",
    "US",
  ]);
});
