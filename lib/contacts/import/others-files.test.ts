import { describe, expect, test } from "vitest";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { getImport, ImportPage, listImportRows } from "./get-import";
import { PreviewContacts, previewContacts } from "./preview";
import { groupsIn, holdsSeveral, readContact } from "./read-row";
import { tellsWhoStopped, wishIn } from "./wish";

const file = (text: string) => new File([text], "contacts.csv", { type: "text/csv" });

async function previewed(...lines: string[]) {
  const ana = await viewerOf((await makeCompany()).ana);
  const form = await PreviewContacts.parseAsync({ file: file(lines.join("\n")), once: onceKey() });
  const { importId } = await previewContacts(ana, form);
  const list = await getImport(ana, importId);
  return {
    fields: list?.columns.map(({ field }) => field),
    rows: await listImportRows(ana, importId, ImportPage.parse({})),
  };
}

describe("who wants no texts is told by whatever a program calls it", () => {
  test.each([
    ["SMS Opt-Out Status", "Opted In", "Opted Out"],
    ["Opt-Out Date", "", "2024-02-01 11:00:00"],
    ["Unsubscribed At", "0000-00-00 00:00:00", "Feb 1, 2024"],
    ["Status", "Subscribed", "Unsubscribed"],
    ["Subscription Status", "NEVER_SUBSCRIBED", "unsubscribed"],
    ["SMS Marketing Consent", "SUBSCRIBED", "UNSUBSCRIBED"],
    ["Blacklisted", "Subscribed", "Opted-out"],
    ["Opted Out", "FALSE", "TRUE"],
  ])("%s: %s, %s", async (heading, wants, stopped) => {
    const { rows } = await previewed(
      `Name,Phone,${heading}`,
      `Nora Quist,4155550130,"${wants}"`,
      `Otto Stop,4155550131,"${stopped}"`,
    );
    expect(rows.map(({ verdict, blacklisted }) => [verdict, blacklisted])).toEqual([
      ["new", false],
      ["new", true],
    ]);
  });

  test("but by nothing that is about emails, or about something else", () => {
    expect(tellsWhoStopped("Email Subscription Status", ["subscribed", "unsubscribed"])).toBe(false);
    expect(tellsWhoStopped("Status", ["Active", "Pending"])).toBe(false);
    expect(tellsWhoStopped("Status", ["Subscribed", "Gold"])).toBe(false);
    expect(tellsWhoStopped("Account Status", ["Active", "Blocked"])).toBe(false);
    expect(tellsWhoStopped("Status", ["Active", "Blocked"])).toBe(false);
    expect(tellsWhoStopped("Newsletter", ["Subscribed", "Unsubscribed"])).toBe(false);
  });

  test.each(["Start Date,Stop Date", "Member Since,Blocked On", "Start Time,Stop Time"])(
    "nor by the days of %s",
    async (headings) => {
      const { rows } = await previewed(`Name,Phone,${headings}`, "Nora Quist,4155550130,2024-01-01,2026-03-01");
      expect(rows.map(({ verdict, blacklisted }) => [verdict, blacklisted])).toEqual([["new", false]]);
    },
  );

  test.each(["Never", "1970-01-01", "0001-01-01T00:00:00Z", "1/1/1900", "2099-12-31"])(
    "nor by %s, which is no day",
    async (day) => {
      const { rows } = await previewed(
        "Name,Phone,Opt-Out Date",
        `Nora Quist,4155550130,${day}`,
        "Otto Stop,4155550131,2024-02-01",
      );
      expect(rows.map(({ verdict, blacklisted }) => [verdict, blacklisted])).toEqual([
        ["new", false],
        ["new", true],
      ]);
      expect(wishIn("Consent", day)).toBe("no");
    },
  );
});

test.each([
  [
    "Consent",
    "yes",
    ["Yes", "TRUE", "1", "x", "ja", "Sí", "oui.", "VRAI", "Sim", "Opted in", "agreed", "01.03.2024", "aceptado"],
  ],
  ["Consent", "no", ["No", "FALSE", "0", "-", "Nein", "FAUX", "Não", "never subscribed", "pending", "N/A"]],
  ["Consent", "stop", ["opted-out", "Unsubscribed", "widerrufen", "STOP"]],
  ["Consent", null, ["", " "]],
  ["Consent", "no", ["0000-00-00", "never"]],
  ["Blacklisted", null, ["", "0000-00-00 00:00:00", "Never"]],
  ["Consent", undefined, ["perhaps", "17"]],
  ["Blacklisted", "stop", ["yes", "1", "2024-02-01T10:00:00.000Z", "opted out", "baja", "désabonné"]],
  ["Blacklisted", "no", ["no", "0", "active"]],
  ["Blacklisted", "yes", ["subscribed", "opted in"]],
] as const)("%s says %s", (asked, wish, cells) => {
  expect(cells.map((cell) => [cell, wishIn(asked, cell)])).toEqual(cells.map((cell) => [cell, wish]));
});

describe("which of many columns of numbers is read", () => {
  test.each([
    ["LASTNAME,PHONE,MOBILEPHONE,HOMEPHONE", ["lastName", "otherPhone", "phone", ""]],
    ["Last Name,Phone Number,Mobile Phone Number,Fax", ["lastName", "otherPhone", "phone", ""]],
    ["Last Name,Home Phone,Work Phone,Mobile", ["lastName", "", "", "phone"]],
    ["Last Name,Phone 1 - Value,Phone 2 - Value,Phone 1 - Label", ["lastName", "phone", "otherPhone", ""]],
  ])("%s", async (headings, fields) => {
    const { fields: read } = await previewed(headings, "Quist,(415) 555-0130,415.555.0131,4155550132");
    expect(read).toEqual(fields);
  });

  test("where a row has no number in that column, the next one is taken", async () => {
    const { rows } = await previewed(
      "Name,Mobile,Phone",
      "Nora Quist,,4155550130",
      "Olive Grant,4155550131,4155550132",
    );
    expect(rows.map(({ phone }) => phone)).toEqual(["+14155550130", "+14155550131"]);
  });

  test.each(["0475.12.34.56", "0475-12-34-56", "0800-12-34-56"])("%s is a number, and no day", async (number) => {
    const { fields } = await previewed("Name,Handy", `Nora Quist,${number}`);
    expect(fields).toEqual(["fullName", "phone"]);
  });

  test("a day is no number, and headings may stand below a line that has one", async () => {
    const { fields, rows } = await previewed(
      "All contacts",
      "Created,2024-01-01",
      "",
      "Name,Phone,Since",
      "Nora Quist,4155550130,01.03.2023",
    );
    expect(fields).toEqual(["fullName", "phone", ""]);
    expect(rows).toMatchObject([{ phone: "+14155550130", lastName: "Quist" }]);
  });
});

const read = (cells: Record<string, string>) =>
  readContact((field) => cells[field] ?? "", { country: "US", isReversed: false, hasCommas: false, own: [] });

test.each([
  ["14155550130.0", "+14155550130"],
  ["+1.415.555.0130 / +1.415.555.0131", "+14155550130"],
  ["4155550130, 4155550131", "+14155550130"],
  ["٠٠١٤١٥٥٥٥٠١٣٠", "+14155550130"],
  ["06 12 34 56 78", null],
  ["03-1234-5678", null],
])("the number in %s", (phone, e164) => {
  expect(read({ phone }).phone).toBe(e164);
});

test.each([
  ["US/Pacific", "America/Los_Angeles"],
  ["america/new york", "America/New_York"],
  ["Eastern Time (US & Canada)", "America/New_York"],
  ["(GMT-06:00) Central Time (US & Canada)", "America/Chicago"],
  ["Mountain Standard Time", "America/Denver"],
  ["Asia/Calcutta", "Asia/Calcutta"],
  ["EST", null],
  ["Mars/Base", null],
])("the time zone %s", (timeZone, zone) => {
  const { time_zone, problem } = read({ phone: "4155550130", timeZone });
  expect(time_zone).toBe(zone);
  if (zone === null) expect(problem).toContain("Write one like America/Chicago");
});

test("groups stand between semicolons, or as other programs write several", () => {
  const one = { hasCommas: false };
  expect(groupsIn("Regulars; Berlin, Mitte", one)).toEqual(["Regulars", "Berlin, Mitte"]);
  expect(groupsIn("Regulars ::: * myContacts", one)).toEqual(["Regulars", "myContacts"]);
  expect(groupsIn('"Regulars","West, old"', one)).toEqual(["Regulars", "West, old"]);
  expect(groupsIn("vip, gold", { hasCommas: true })).toEqual(["vip", "gold"]);
  expect(["Group", "Tags", "Lists", "Contact groups", "Etiquetas"].map(holdsSeveral)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});
