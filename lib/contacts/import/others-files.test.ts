import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { contactImportRows } from "@/db/schema";
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
    importId,
    fields: list?.columns.map(({ field }) => field),
    rows: await listImportRows(ana, importId, ImportPage.parse({})),
  };
}

/** A cell, or several. */
const quoted = (cells: string) => (cells === "Feb 1, 2024" ? `"${cells}"` : cells);

describe("who wants no texts is told by whatever a program calls it", () => {
  test.each([
    ["SMS Opt-Out Status", "Opted In", "Opted Out"],
    ["Opt-Out Date", "", "2024-02-01 11:00:00"],
    ["Unsubscribed At", "0000-00-00 00:00:00", "Feb 1, 2024"],
    ["Status", "Subscribed", "Unsubscribed"],
    ["Subscription Status", "NEVER_SUBSCRIBED", "unsubscribed"],
    ["SMS Marketing Consent", "SUBSCRIBED", "UNSUBSCRIBED"],
    ["Blacklisted", "Subscribed", "Opted-out"],
    ["DND", "false", "true"],
    ["Do Not Call", "0", "1"],
    ["BLOCKLISTED_SMS", "No", "Yes"],
    ["Has Opted Out Of Texts", "0", "1"],
    ["Opted Out of Text Messages", "No", "Yes"],
    ["SMS Unsubscribe", "", "x"],
    ["SMS Suppressed", "FALSE", "TRUE"],
    ["No Texts", "", "Yes"],
    ["SMS status", "Explicit", "Unsubscribed"],
    ["opt_out_timestamp", "", "1706781600"],
    ["Abgemeldet am", "", "45231"],
    ["Disiscritto", "No", "Sì"],
    ["Afgemeld", "Nee", "Ja"],
    ["Avregistrerad", "Nej", "Ja"],
    ["Wypisany", "Nie", "Tak"],
    ["Subscribed,Opted Out Date", "2024-01-01,", "2024-01-01,2024-02-01"],
    ["Unsubscribed,Blocked", "No,No", "No,Yes"],
    ["Opted Out,SMS Status", "no,Subscribed", "no,Unsubscribed"],
    ["Opted Out", "FALSE", "TRUE"],
  ])("%s: %s, %s", async (heading, wants, stopped) => {
    const { rows } = await previewed(
      `Name,Phone,${heading}`,
      `Nora Quist,4155550130,${quoted(wants)}`,
      `Otto Stop,4155550131,${quoted(stopped)}`,
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

describe("who agreed is told by whatever a program calls it", () => {
  test.each([
    ["SMS Marketing Consent,Consent", 'SUBSCRIBED,"[""email"", ""sms""]"', true],
    ["Consent", '"[""email"", ""sms""]"', true],
    ["Consent", '"[""email""]"', false],
    ["AllowSMS", "TRUE", true],
    ["Opt-In Date", "01/02/2024", true],
    ["Opt-In Date", "45231", true],
    ["Subscribed Date", "2024-01-01 10:00:00", true],
    ["opt_in_timestamp", "1706781600", true],
    ["SMS Opt-in,Opt-in Time", "No,2024-01-01", false],
    // Of emails.
    ["MEMBER_RATING,OPTIN_TIME", "2,2023-02-01 10:00:00", null],
    ["Email Opt-In Date", "2023-02-01", null],
    ["Unsubscribed Campaign", "Spring", null],
  ])("%s: %s", async (heading, cells, consent) => {
    const { importId } = await previewed(`Name,Phone,${heading}`, `Nora Quist,4155550130,${cells}`);
    const rows = await db.select().from(contactImportRows).where(eq(contactImportRows.importId, importId));
    expect(rows).toMatchObject([{ verdict: "new", consent, blacklisted: false }]);
  });
});

test("who is the only one of thousands that a second column stops is stopped", async () => {
  const others = Array.from({ length: 1200 }, (_, at) => `Nora,${4155550000 + at},no,`);
  others[1001] = "Otto,4155551001,no,2024-02-01";
  const { importId } = await previewed("Name,Phone,Opted Out,Opted Out Date", ...others);
  const stopped = and(eq(contactImportRows.importId, importId), eq(contactImportRows.blacklisted, true));
  expect(await db.select().from(contactImportRows).where(stopped)).toMatchObject([{ firstName: "Otto" }]);
});

test("a column that says who wants no texts is read also where its first thousands say nothing", async () => {
  const { fields } = await previewed("Name,Phone,Opted Out,Opted Out Date,DND", "Nora Quist,4155550130,no,,");
  expect(fields).toEqual(["fullName", "phone", "blacklisted", "blacklisted", "blacklisted"]);
});

test("a column in which nothing stands gives way to one that says it", async () => {
  const { rows } = await previewed("Name,Phone,Business Name,Company Name", "Nora Quist,4155550130,,Castle");
  expect(rows).toMatchObject([{ company: "Castle" }]);
});

test.each([
  [
    "Consent",
    "yes",
    [
      "Yes",
      "TRUE",
      "1",
      "x",
      "ja",
      "Sí",
      "oui.",
      "VRAI",
      "Sim",
      "Opted in",
      "agreed",
      "01.03.2024",
      "aceptado",
      "Yes - web form",
      "Sí (2024-01-02)",
    ],
  ],
  [
    "Consent",
    "no",
    ["No", "FALSE", "0", "-", "No: asked in March", "Nee", "Nein", "FAUX", "Não", "never subscribed", "pending", "N/A"],
  ],
  ["Consent", "stop", ["opted-out", "Unsubscribed", "widerrufen", "STOP"]],
  ["Consent", null, ["", " "]],
  ["Consent", "yes", ["45231", "45231,5", "1706781600", "1706781600000"]],
  ["Consent", "no", ["0000-00-00", "never"]],
  ["Blacklisted", null, ["", "0000-00-00 00:00:00", "Never"]],
  ["Consent", "yes", ["Yes - web form", "Oui (2024-01-02)"]],
  [
    "Consent",
    undefined,
    [
      "Yes (opted out 2024-02-01)",
      "Yes - email only",
      "Yes, until revoked",
      "Ja – nur E-Mail",
      `Yes - ${"so ".repeat(400)}`,
    ],
  ],
  ["Blacklisted", undefined, ["No - opted out", "No, unsubscribed"]],
  ["Consent", undefined, ["perhaps", "17", "4155550130"]],
  [
    "Blacklisted",
    "stop",
    [
      "yes",
      "1",
      "45231",
      "45231.4375",
      "20240201",
      "1706781600",
      "2024-02-01T10:00:00.000Z",
      "opted out",
      "baja",
      "désabonné",
    ],
  ],
  ["Blacklisted", "no", ["no", "0", "active"]],
  ["Blacklisted", "yes", ["subscribed", "opted in"]],
] as const)("%s says %s", (asked, wish, cells) => {
  expect(cells.map((cell) => [cell, wishIn(asked, cell)])).toEqual(cells.map((cell) => [cell, wish]));
});

const read = (cells: Record<string, string>) =>
  readContact((field) => [cells[field] ?? ""], { country: "US", order: "firstLast", hasCommas: false, own: [] });

test.each([
  ["US/Pacific", "America/Los_Angeles"],
  ["us_slash_pacific", "America/Los_Angeles"],
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
