import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { campaignRow, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { SetAutoReplace, setAutoReplace } from "../auto-replace/set";
import { GSM_SIGNS, gsmSegments } from "../messages/gsm";
import { type Review, reviewCampaign } from "./review";

const company = await makeCompany();
const line = await company.number();
const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });

async function reviewFor(people: readonly string[], message: string): Promise<Review | null> {
  const group = await makeContactGroup(
    company.accountId,
    people.map((person) => {
      const [firstName, company = null] = person.split(" of ");
      return { firstName, company };
    }),
  );
  const id = await makeDraft({ by: ben, line, group }, { message });
  return reviewCampaign(await viewerOf(ben), await campaignRow(id));
}

const names = (review: Review | null) => review?.samples.map(({ name, text }) => [name, text.split(",")[0]]);
const SPELT = `, ${"a".repeat(140)}`;

test("whoever has one letter more than telephones have costs most, though others read more", async () => {
  const review = await reviewFor(
    ["Bo", "Łukasz", "Maximiliane-Josephine", "Ann", "Cleo", "Dot"],
    `{first name|you}${SPELT}`,
  );
  expect(review?.range).toEqual({ least: 1, most: 3, signs: ["Ł"] });
  expect(names(review)).toEqual([
    ["The longest", "Maximiliane-Josephine"],
    ["A typical one", "Cleo"],
    ["Where least is known", "Bo"],
    ["The one of most segments", "Łukasz"],
  ]);
});

test("who has no name may read the longest: what is said instead counts, as often as it is said", async () => {
  const message = `{first name|dear customer of ours}{first name|dear customer of ours}${SPELT}`;
  const review = await reviewFor(["", "Anneliese", "Bo"], message);
  expect(review?.range).toEqual({ least: 1, most: 2, signs: [] });
  expect(names(review)?.[0]).toEqual(["The longest", "dear customer of oursdear customer of ours"]);
});

test("a typical one reads a name where most have one, whatever is said to the others", async () => {
  const people = ["", " of Acme", " of Bolt", "Al", "Bo", "Cy", "Di"];
  const most = await reviewFor(people, "Dear {first name|customer of ours}, we are open");
  expect(names(most)).toEqual([
    ["The longest", "Dear customer of ours"],
    ["A typical one", "Dear Cy"],
  ]);
  const few = await reviewFor(
    ["Maximiliane", "Josephine", ...people.slice(0, 3)],
    "Dear {first name|you}, we are open",
  );
  expect(names(few)).toContainEqual(["A typical one", "Dear you"]);
});

test("the shortest counts as well, though nobody needs to read it", async () => {
  const review = await reviewFor(["Bo", "Al"], `{first name|you}${", ".padEnd(158, "a")}`);
  expect(review?.range).toMatchObject({ least: 1, most: 1 });
  const other = await reviewFor(["", "Al"], `{first name|dear customer}${", ".padEnd(157, "a")}`);
  expect(other?.range).toMatchObject({ least: 1, most: 2 });
});

test("a sign that costs nothing is not blamed, and a short text with one may be the cheapest", async () => {
  const one = await reviewFor(["Łukasz", "Bo"], "Hi {first name|you}, see you at nine");
  expect(one?.range).toEqual({ least: 1, most: 1, signs: [] });
  const long = "a".repeat(110);
  const people = ["Ł of Io", "b", `c of ${long}`, `Ł of ${long}`];
  const four = await reviewFor(people, `{first name|you}{company|${long}}${", ".padEnd(64, "a")}`);
  expect(four?.range).toEqual({ least: 1, most: 3, signs: ["Ł"] });
});

test("a text that has such a sign itself has it for everybody; what Auto-Replace takes away costs nothing", async () => {
  const message = `{first name|you}, here’s ${"a".repeat(130)}`;
  const review = await reviewFor(["Łukasz", "Maximiliane"], message);
  expect(review?.range).toEqual({ least: 3, most: 3, signs: ["’", "Ł"] });
  const viewer = await viewerOf(company.ana);
  await setAutoReplace(viewer, SetAutoReplace.parse({ autoReplace: "all", revision: 1, once: onceKey() }));
  expect((await reviewFor(["Łukasz", "Maximiliane"], message))?.range).toEqual({ least: 1, most: 1, signs: [] });
});

test("PostgreSQL takes the same signs for the telephones' own as we do", async () => {
  const all = [..."\t\n\f\r", ...Array.from({ length: 0x2100 - 0x20 }, (_, at) => String.fromCharCode(at + 0x20))];
  const signs = all.filter((sign) => sign.isWellFormed());
  const theirs = await db.execute<{ sign: string }>(sql`
    select sign from unnest(${sql.param(signs)}::text[]) sign where sign ~ ${`[^${GSM_SIGNS}]`}`);
  const ours = signs.filter((sign) => gsmSegments(sign) === undefined && sign !== "\r");
  expect(theirs.map(({ sign }) => sign)).toEqual(ours);
});
