import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { writeDb } from "@/db/write";
import { makeCompany, unique, viewerOf } from "@/tests/support/cast";
import type { Viewer } from "../access/viewer";
import { listMembers } from "./list";
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
