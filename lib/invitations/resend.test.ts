import { eq, like, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { links, onceKeys, throttles } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { actionsOn, linkIn, mailTo } from "@/tests/support/rows";
import { sha256 } from "../crypto";
import { NotFound } from "../errors";
import { linkState } from "../links/link-state";
import { copyInvitationLink } from "./copy-link";
import { resendInvitation } from "./resend";

const asked = (person: Person) => ({ memberId: person.memberId, once: onceKey() });

const hoursLeft = async (person: Person) =>
  db
    .select({ hours: sql<number>`round(extract(epoch from ${links.expiresAt} - now()) / 3600)::int` })
    .from(links)
    .where(sql`${eq(links.memberId, person.memberId)} and ${links.revokedAt} is null`);

test("Resend invitation sends a fresh link with a whole day to run; the old one is dead", async () => {
  const company = await makeCompany();
  const person = await company.pending();
  const older = await linkTo(person, "invitation");
  expect(await resendInvitation(await viewerOf(company.ana), asked(person))).toMatchObject({ email: person.email });
  expect(await linkState("invitation", older)).toMatchObject({ state: "replaced" });
  expect(await linkState("invitation", (await linkIn(person.email)).searchParams.get("token"))).toMatchObject({
    state: "live",
  });
  expect(await hoursLeft(person)).toEqual([{ hours: 24 }]);
  expect(await actionsOn(person.memberId)).toContain("invitation.resent");
});

test("sent twice it is one email; twenty at once leave one link alive", async () => {
  const company = await makeCompany();
  const [person, viewer] = [await company.pending(), await viewerOf(company.ana)];
  const input = asked(person);
  await Promise.all([resendInvitation(viewer, input), resendInvitation(viewer, input)]);
  expect(await mailTo(person.email)).toHaveLength(1);
  await Promise.all(Array.from({ length: 20 }, () => resendInvitation(viewer, asked(person))));
  expect(await hoursLeft(person)).toHaveLength(1);
});

test("counts among the company's invitations of a day", async () => {
  const company = await makeCompany();
  const [person, viewer] = [await company.pending(), await viewerOf(company.ana)];
  await resendInvitation(viewer, asked(person));
  const key = `invitations:${sha256(company.accountId).toString("base64url")}`;
  await writeDb.update(throttles).set({ used: 9_999 }).where(eq(throttles.key, key));
  await resendInvitation(viewer, asked(person));
  await expect(resendInvitation(viewer, asked(person))).rejects.toThrow("10,000 invitations");
  expect(await mailTo(person.email)).toHaveLength(2);
});

test("Copy invitation link gives a working link that is written down nowhere", async () => {
  const company = await makeCompany();
  const person = await company.pending();
  const viewer = await viewerOf(company.ana);
  await resendInvitation(viewer, asked(person));
  const emailed = (await linkIn(person.email)).searchParams.get("token");
  const { url } = await copyInvitationLink(viewer, { memberId: person.memberId });
  const token = new URL(url).searchParams.get("token") ?? "";
  expect(await linkState("invitation", token)).toMatchObject({ state: "live", memberId: person.memberId });
  expect(await linkState("invitation", emailed)).toMatchObject({ state: "replaced" });
  expect(await mailTo(person.email)).toHaveLength(1);
  const kept = await db.select({ answer: onceKeys.answer }).from(onceKeys).where(eq(onceKeys.actor, viewer.userId));
  expect(JSON.stringify(kept)).not.toContain(token);
});

test("who has accepted or is disabled can't be invited again", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  for (const person of [await company.endUser(), await company.disabled()]) {
    await expect(resendInvitation(viewer, asked(person))).rejects.toThrow(person.name);
    await expect(copyInvitationLink(viewer, { memberId: person.memberId })).rejects.toThrow(person.name);
    expect(await mailTo(person.email)).toEqual([]);
  }
});

test("strangers find nobody to invite", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const person = await company.pending();
  const before = (await db.select().from(throttles).where(like(throttles.key, "invitations:%"))).length;
  for (const stranger of [other.ana, await company.endUser()]) {
    await expect(resendInvitation(await viewerOf(stranger), asked(person))).rejects.toThrow(NotFound);
    await expect(copyInvitationLink(await viewerOf(stranger), { memberId: person.memberId })).rejects.toThrow(NotFound);
  }
  expect(await db.select().from(throttles).where(like(throttles.key, "invitations:%"))).toHaveLength(before);
});
