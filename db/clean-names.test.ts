import type postgres from "postgres";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { visibleName } from "@/lib/text/invisible";
import { databaseBefore } from "@/tests/support/old-database";

const NAMES = [
  "\u202egnp.exe",
  "\u202aAna\u202c \u202bSilva\u202c\u202d",
  "\u2066Ana\u2069\u2067\u2068",
  "\u200eAna\u200f\u061c",
  "An\u200ba",
  "A\u200cn\u200da",
  "\u200dAna Silva\u200c",
  "\u2060A\ufeffn\u00ada",
  "\u206aAn\ufff9\ufffba",
  "Ana\u{e0041}\u{e007f}\u{e0001}",
  "\u3164Ana\u115f\u1160\uffa0",
  "Ana\ufe0f \ufe0eSilva\u{e0100}",
  "Ana\u00a0\u3000\u2003  Silva\u2800",
  "Zoe\u0308",
  "\u1112\u1161\u11ab",
  "Ана\u200d \u0391\u200cνα\ufe0f",
  "\u{1f600}\u200d Ana",
  "\u2800\u2800",
  "\u0301\u0308",
  "\ufe0f",
  "\u200c\u200d",
  "\u{e0061}\u{e007f}",
  "\u{1d159}\u{13441}",
  "\ue000\u{f0000}",
  "\u202e\u2066",
  // As they should be.
  "مرحبا \u200fالعربية",
  "Ana (\u200eUS\u200e) Silva",
  "\u0645\u06cc\u200c\u0631\u0648\u0645",
  "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
  "\u0d30\u0d3e\u0d1c\u0d28\u0d4d\u200d",
  "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}",
  "\u{1f469}\u{1f3fd}\u200d\u2695\ufe0f",
  "4\ufe0f\u20e3 \u2764\ufe0f",
  "\u845b\u{e0100}\u57ce",
  "\u05d3\u05e0\u05d4 Cohen",
  "O\u2019Brien-Smith, Jr. (Ops) #4",
  "\u738b",
  "$",
  "\u20ac",
];

test("names that were kept before their rule are kept as it has them", async () => {
  const { sql, upgrade } = await databaseBefore("clean-names");
  const { accountId, rootId } = await company(sql);
  const people = NAMES.map((name) => ({ id: v7(), name }));
  for (const { id, name } of people) await person(sql, { id, accountId, name });
  await sql`update accounts set name = ${"Harbor\u202e  Dental"}, address = ${"\u200b"}, website = ${"https://a.example/\u2066"}`;
  await number(sql, { accountId, groupId: rootId, e164: "+14155550101", label: "\u200bFront  desk\u202e" });
  await number(sql, { accountId, groupId: rootId, e164: "+14155550102", label: "\u2800" });
  await sql`insert into contacts (id, account_id, name, phone) values (${v7()}, ${accountId}, ${"\u202eCarl"}, '+14155550103')`;

  await upgrade();

  const kept = await sql`select id, first_name from users`;
  const keptAs = new Map(kept.map((row) => [row.id, row.first_name]));
  for (const { id, name } of people) expect.soft(keptAs.get(id), JSON.stringify(name)).toBe(visibleName(name));
  expect(await sql`select name, address, website from accounts`).toEqual([
    { name: "Harbor Dental", address: null, website: "https://a.example/" },
  ]);
  expect(await sql`select label from numbers order by e164`).toEqual([
    { label: "Front desk" },
    { label: "+14155550102" },
  ]);
  expect(await sql`select name from contacts`).toEqual([{ name: "Carl" }]);
});

test("lists have the names as they are kept now; nobody else's row is touched", async () => {
  const { sql, upgrade } = await databaseBefore("clean-names");
  const { accountId } = await company(sql);
  const [odd, plain] = [v7(), v7()];
  await person(sql, { id: odd, accountId, name: "\u202eAna" });
  await person(sql, { id: plain, accountId, name: "Ben" });

  await upgrade();

  const keys = await sql`select name_key, revision from members order by name_key`;
  expect(keys).toEqual([
    { name_key: "Ana", revision: 2 },
    { name_key: "Ben", revision: 1 },
  ]);
});

test("groups whose names are the same now are told apart", async () => {
  const { sql, upgrade } = await databaseBefore("clean-names");
  const { accountId, rootId } = await company(sql);
  for (const name of ["West", "We\u200bst", "west (2)", "\u202eWest", "\u2800", "Store 4"]) {
    await sql`insert into groups (id, account_id, parent_id, name) values (${v7()}, ${accountId}, ${rootId}, ${name})`;
  }

  await upgrade();

  const names = await sql<{ name: string }[]>`select name from groups where parent_id is not null`;
  expect(names.map(({ name }) => name).sort()).toEqual(
    ["West", "West (3)", "west (2)", "West (4)", "Group", "Store 4"].sort(),
  );
});

async function company(sql: postgres.Sql) {
  const [accountId, rootId] = [v7(), v7()];
  await sql`insert into accounts (id, name, time_zone) values (${accountId}, 'Harbor Dental', 'UTC')`;
  await sql`insert into groups (id, account_id, name) values (${rootId}, ${accountId}, 'Harbor Dental')`;
  return { accountId, rootId };
}

async function person(sql: postgres.Sql, { id, accountId, name }: { id: string; accountId: string; name: string }) {
  await sql`insert into users (id, home_account_id, first_name, last_name, email, time_zone)
    values (${id}, ${accountId}, ${name}, '', ${`${id}@harbor.example`}, 'UTC')`;
  await sql`insert into members (id, account_id, user_id) values (${v7()}, ${accountId}, ${id})`;
}

type OldNumber = { accountId: string; groupId: string; e164: string; label: string };

const number = (sql: postgres.Sql, { accountId, groupId, e164, label }: OldNumber) =>
  sql`insert into numbers (id, account_id, group_id, e164, label)
    values (${v7()}, ${accountId}, ${groupId}, ${e164}, ${label})`;
