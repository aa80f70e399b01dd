import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { links } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { disableMember } from "../members/disable";
import { linkState } from "./link-state";

const stateOf = async (token: unknown) => (await linkState("reset", token))?.state;

test("looking at a link fifty times leaves it as it is", async () => {
  const { ana } = await makeCompany();
  const token = await linkTo(ana, "reset");
  for (let i = 0; i < 50; i++) expect(await stateOf(token)).toBe("live");
});

test("a link tells that it has expired, was replaced, or was revoked with nothing in its place", async () => {
  const company = await makeCompany();
  const [ana, ben] = [company.ana, await company.endUser()];
  const old = await linkTo(ana, "reset");
  const newer = await linkTo(ana, "reset");
  const bens = await linkTo(ben, "reset");
  await expire(newer);
  await disableMember(await viewerOf(ana), { memberId: ben.memberId, once: undefined });
  expect([await stateOf(old), await stateOf(newer), await stateOf(bens)]).toEqual(["replaced", "expired", "revoked"]);
});

test("a link of another purpose, an unknown and a malformed one are nobody's", async () => {
  const { ana } = await makeCompany();
  const other = await linkTo(ana, "invitation");
  for (const token of [other, `${other}x`, "", undefined, ["a", "b"], "\0", "\ud800", "x".repeat(10_000)]) {
    expect(await linkState("reset", token)).toBeNull();
  }
});

test("an invitation of another company's person tells the address that was invited, not their username", async () => {
  const [home, elsewhere, third] = [await makeCompany(), await makeCompany(), await makeCompany()];
  const invited = await linkTo(await elsewhere.guest(home.ana, { place: "Pending" }), "invitation");
  expect(await linkState("invitation", invited)).toMatchObject({ username: null, login: home.ana.email });
  const own = await home.pending();
  expect(await linkState("invitation", await linkTo(own, "invitation"))).toMatchObject({ username: own.username });
  const guest = await linkTo(await third.guest(home.ana), "reset");
  expect(await linkState("reset", guest)).toMatchObject({ username: home.ana.username });
});

test("only a link's hash is kept", async () => {
  const { ana } = await makeCompany();
  const token = await linkTo(ana, "reset");
  expect(token).toMatch(/^[\w-]{43}$/);
  const kept = await writeDb.execute(sql`select 1 from ${links} where ${links}::text like ${`%${token}%`}`);
  expect(kept).toHaveLength(0);
});
