import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, unique, viewerOf } from "@/tests/support/cast";
import type { Viewer } from "../../access/viewer";
import { formatNumber } from "../../numbers/format-number";
import { listMembers } from "./list-members";
import { listQuery } from "./list-query";

const names = async (viewer: Viewer, params: { search: string }) =>
  (await listMembers(viewer, listQuery(params))).rows.map((row) => row.name);

describe("searching", () => {
  test("finds any part of name, email, username and numbers, in any case and without accents", async () => {
    const company = await makeCompany();
    const own = unique();
    const desk = await company.number();
    const zoe = await company.endUser({
      name: "Zoë Lefèvre",
      username: `zed_${own}`,
      email: `z.${own}@harbour.example`,
      lines: [desk],
    });
    const viewer = await viewerOf(company.ana);
    const tail = desk.e164.slice(-7);
    const typed = [
      "zoe",
      "LEFEVRE",
      "fèv",
      "Zoë Lef",
      "lef zo",
      `ZED_${own}`,
      `z.${own}@`,
      tail,
      `${tail.slice(0, 3)}-${tail.slice(3)}`,
      "ëv",
      "zo",
    ];
    for (const search of typed) expect(await names(viewer, { search }), search).toEqual([zoe.name]);
    const copied = [
      `z.${own}@\u200charbour.\u200cexample`,
      `\u200b zo\u00ade\ufeff`,
      `\u200b${tail.slice(0, 3)}\u2060-${tail.slice(3)}`,
    ];
    for (const search of copied) expect(await names(viewer, { search }), search).toEqual([zoe.name]);
    for (const search of ["zoe silva", "%", "_ana", "z%e", "\\", "'", "zoq", "q#"])
      expect(await names(viewer, { search }), search).toEqual([]);
    expect(await names(viewer, { search: "_" })).toEqual([zoe.name]);
  });

  test("finds a domain as it is shown and as mail servers know it", async () => {
    const company = await makeCompany();
    const own = unique();
    await company.endUser({ name: "Zoë Lefèvre", email: `zoe.${own}@xn--bcher-kva.example` });
    const viewer = await viewerOf(company.ana);
    for (const search of ["bücher", "BÜCHER.exam", `zoe.${own}@bücher.example`, "xn--bcher", "zoë bücher"])
      expect(await names(viewer, { search }), search).toEqual(["Zoë Lefèvre"]);
    expect(await names(viewer, { search: "köcher" })).toEqual([]);
  });

  test("a long word counts to its end", async () => {
    const company = await makeCompany();
    const own = unique();
    const [one] = [
      await company.endUser({ name: "Ben Ortiz", email: `benedikta.${own}.1@harbour.example` }),
      await company.endUser({ name: "Cara Novak", email: `benedikta.${own}.2@harbour.example` }),
    ];
    const viewer = await viewerOf(company.ana);
    expect(await names(viewer, { search: one.email.toUpperCase() })).toEqual(["Ben Ortiz"]);
    expect(await names(viewer, { search: `benedikta.${own}` })).toEqual(["Ben Ortiz", "Cara Novak"]);
    expect(await names(viewer, { search: `benedikta.${own}_1` })).toEqual([]);
  });

  const people: [string, { firstName: string; lastName: string; typed: string[] }][] = [
    [
      "a name with its last part first",
      {
        firstName: "Albert Jan",
        lastName: "de Bruin",
        typed: ["de Bruin, Albert Jan", "Bruin,Albert", "bruin ,albert", '"de Bruin, Albert Jan"'],
      },
    ],
    [
      "a Chinese name without its space",
      { firstName: "李", lastName: "王", typed: ["王李", "李王", "李 王", "王　李", "王", "王，李"] },
    ],
    ["a Korean name", { firstName: "민준", lastName: "김", typed: ["김민준", "민준김", "김 민준"] }],
    ["a Japanese name", { firstName: "さくら", lastName: "山田", typed: ["山田さくら", "さくら 山田", "山田"] }],
    [
      "diacritics",
      {
        firstName: "Zoë",
        lastName: "Łukasz-Straße",
        typed: ["zoe lukasz", "ZOË", "strasse", "STRASSE", "straße", "Łukasz–Straße", "zoe\u0308"],
      },
    ],
    [
      "a Turkish name",
      { firstName: "İbrahim", lastName: "Iğdır", typed: ["ibrahim", "IBRAHIM", "İBRAHİM", "igdir", "ığdır"] },
    ],
    [
      "an apostrophe",
      { firstName: "Sinéad", lastName: "O’Brien", typed: ["O'Brien", "o’brien", "obrien", "O´Brien", "O`Brien"] },
    ],
    [
      "a hyphen",
      {
        firstName: "Anne\u2010Marie",
        lastName: "Day",
        typed: ["anne-marie", "Anne–Marie", "anne marie", "marie  anne", "day, anne-marie"],
      },
    ],
    [
      "a title",
      {
        firstName: "Martin Luther",
        lastName: "King, Jr.",
        typed: ["King, Jr.", "king jr", "Martin Luther King, Jr.", "jr."],
      },
    ],
    [
      "Greek",
      { firstName: "Γιώργος", lastName: "Ελύτης", typed: ["γιωργος", "ΓΙΩΡΓΟΣ", "Γιώργος", "ελυτης", "γιωργοσ"] },
    ],
    ["Cyrillic", { firstName: "Алёна", lastName: "Й", typed: ["алена", "АЛЁНА", "й"] }],
    [
      "Arabic with and without its signs",
      { firstName: "محمّد", lastName: "أحمد", typed: ["محمد", "احمد", "محمّد أحمد"] },
    ],
    ["Vietnamese", { firstName: "Nguyễn", lastName: "Thị Hằng", typed: ["nguyen", "thi hang", "Hằng, Nguyễn"] }],
    ["one name", { firstName: "", lastName: "Suharto", typed: ["suharto", "Suharto,"] }],
  ];
  test.each(people)("finds %s", async (_, { firstName, lastName, typed }) => {
    const company = await makeCompany();
    await company.endUser({ name: "Wim Okafor" });
    const person = await company.endUser({ name: "X" });
    await writeDb.update(users).set({ firstName, lastName }).where(eq(users.id, person.userId));
    const viewer = await viewerOf(company.ana);
    for (const search of typed)
      expect(await names(viewer, { search }), search).toEqual([`${firstName} ${lastName}`.trim()]);
  });

  test.each([
    [
      "+442079460018",
      [
        "+44 (0)20 7946 0018",
        "0044 20 7946 0018",
        "011 44 20 7946 0018",
        "020 7946 0018",
        "(0)20 7946",
        "79 46 00 18",
        "+44 20 7946 0018",
        "２０７９４６",
        "44-20-7946",
      ],
    ],
    [
      "+14155550134;ext=22",
      ["(415) 555-0134 ext. 22", "415 555 0134 x22", "(415) 555-0134", "ext. 22", "+14155550134", "٤١٥٥٥٥٠١٣٤"],
    ],
    ["+18003569377", ["1-800-FLOWERS", "800 356 9377"]],
  ])("finds the number %s by what was typed, and as it is shown", async (contactNumber, typed) => {
    const company = await makeCompany();
    const person = await company.endUser({ name: "Ben Ortiz" });
    await company.endUser({ name: "Wim Okafor" });
    await writeDb.update(users).set({ contactNumber }).where(eq(users.id, person.userId));
    const viewer = await viewerOf(company.ana);
    for (const search of [...typed, formatNumber(contactNumber)])
      expect(await names(viewer, { search }), search).toEqual(["Ben Ortiz"]);
    expect(await names(viewer, { search: "(415) 556-0134 ext. 22" })).toEqual([]);
  });

  test("reads a number as in the company's country", async () => {
    const company = await makeCompany();
    const person = await company.endUser({ name: "Ben Ortiz" });
    await writeDb.update(accounts).set({ country: "RU" }).where(eq(accounts.id, company.accountId));
    await writeDb.update(users).set({ contactNumber: "+74951234567" }).where(eq(users.id, person.userId));
    expect(await names(await viewerOf(company.ana), { search: "8 (495) 123-45-67" })).toEqual(["Ben Ortiz"]);
  });

  test("reads a phone number as people write it", async () => {
    const company = await makeCompany();
    const person = await company.endUser({ name: "Ben Ortiz" });
    await writeDb.execute(sql`update users set contact_number = '+14155550134' where id = ${person.userId}`);
    const viewer = await viewerOf(company.ana);
    for (const search of ["(415) 555-01", "415 555 0134", "+1 415", "4155550134", "ben (415)", "555.0134"])
      expect(await names(viewer, { search }), search).toEqual(["Ben Ortiz"]);
    expect(await names(viewer, { search: "(415) 556" })).toEqual([]);
  });

  test.each([
    "\0",
    "\ud800",
    "x".repeat(5000),
    "'; drop table users; --",
    "%".repeat(300),
    "🦷",
    "a b c d e f g h i j k l",
    "   ",
    "()",
  ])("%j finds somebody or nobody, and never fails", async (search) => {
    const viewer = await viewerOf((await makeCompany()).ana);
    expect(Array.isArray(await names(viewer, { search }))).toBe(true);
  });
});
