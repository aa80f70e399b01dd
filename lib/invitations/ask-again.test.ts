import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, type Person, viewerOf, visitor } from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { actionsOn, linkIn, mailTo } from "@/tests/support/rows";
import { linkState } from "../links/link-state";
import { disableMember } from "../members/disable";
import { AskAgain, askAgain } from "./ask-again";
import { copyInvitationLink } from "./copy-link";
import { withdrawInvitation } from "./withdraw";

const ask = (token: unknown, once?: string) => askAgain(visitor(), AskAgain.parse({ token, once }));

const invitedBy = (person: Person, admin: Person) =>
  writeDb.update(members).set({ invitedBy: admin.memberId }).where(eq(members.id, person.memberId));

async function expired(company: Company, inviter: Person) {
  const ben = await company.pending();
  await invitedBy(ben, inviter);
  const token = await linkTo(ben, "invitation");
  await expire(token);
  return { ben, token };
}

test("the Admin who invited them is told, with the way to their page", async () => {
  const company = await makeCompany();
  const cara = await company.admin();
  const { ben, token } = await expired(company, cara);
  await ask(token);
  expect((await mailTo(cara.email)).map(({ template }) => template)).toEqual(["asked-again"]);
  expect(await mailTo(company.ana.email)).toEqual([]);
  expect((await linkIn(cara.email)).pathname).toBe(`/admin/users/${ben.memberId}`);
  expect((await actionsOn(ben.memberId))[0]).toBe("invitation.asked-again");
});

test("another Admin is told when the one who invited them has left", async () => {
  const company = await makeCompany();
  const cara = await company.admin();
  const { token } = await expired(company, cara);
  await disableMember(await viewerOf(company.ana), { memberId: cara.memberId, once: undefined });
  await ask(token);
  expect(await mailTo(cara.email)).toEqual([]);
  expect(await mailTo(company.ana.email)).toHaveLength(1);
});

test("or looks after another part of the company by now", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const wes = await company.admin({ groupId: west.id });
  const { ben, token } = await expired(company, wes);
  const theirs = (person: Person) => eq(roleAssignments.memberId, person.memberId);
  await writeDb.update(roleAssignments).set({ groupId: west.id }).where(theirs(ben));
  await writeDb.update(roleAssignments).set({ groupId: east.id }).where(theirs(wes));
  await ask(token);
  expect(await mailTo(wes.email)).toEqual([]);
  expect(await mailTo(company.ana.email)).toHaveLength(1);
  await writeDb.update(roleAssignments).set({ groupId: west.id }).where(theirs(wes));
  const anHourAgo = sql`now() - interval '61 minutes'`;
  await writeDb.update(members).set({ askedAgainAt: anHourAgo }).where(eq(members.id, ben.memberId));
  await ask(token);
  expect(await mailTo(wes.email)).toHaveLength(1);
});

test("it works once an hour, also for twenty at once", async () => {
  const company = await makeCompany();
  const { ben, token } = await expired(company, company.ana);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => ask(token, onceKey())));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(ask(token)).rejects.toThrow("less than an hour ago");
  expect(await mailTo(company.ana.email)).toHaveLength(1);
  const anHourAgo = sql`now() - interval '61 minutes'`;
  await writeDb.update(members).set({ askedAgainAt: anHourAgo }).where(eq(members.id, ben.memberId));
  await ask(token);
  expect(await mailTo(company.ana.email)).toHaveLength(2);
});

test("links that live, are of another purpose or nobody's tell nobody", async () => {
  const company = await makeCompany();
  const ben = await company.pending();
  const reset = await linkTo(ben, "reset");
  await expire(reset);
  for (const token of [await linkTo(ben, "invitation"), reset, "", undefined, "\0"]) {
    await expect(ask(token)).rejects.toThrow("This link no longer works");
  }
  expect(await mailTo(company.ana.email)).toEqual([]);
});

test("one that was replaced asks like one that has expired, whatever became of the newer", async () => {
  const company = await makeCompany();
  const ben = await company.pending();
  await invitedBy(ben, company.ana);
  const emailed = await linkTo(ben, "invitation");
  const viewer = await viewerOf(company.ana);
  await copyInvitationLink(viewer, { memberId: ben.memberId });
  expect((await linkState("invitation", emailed))?.state).toBe("replaced");
  await ask(emailed);
  expect((await mailTo(company.ana.email)).map(({ template }) => template)).toEqual(["asked-again"]);
});

test("whoever is in, shut out or not invited any more asks nobody", async () => {
  const company = await makeCompany();
  const [ben, cara] = [await company.pending(), await company.pending()];
  const [bens, caras] = [await linkTo(ben, "invitation"), await linkTo(cara, "invitation")];
  const viewer = await viewerOf(company.ana);
  await disableMember(viewer, { memberId: ben.memberId, once: undefined });
  await withdrawInvitation(viewer, { memberId: cara.memberId, once: undefined });
  for (const token of [bens, caras]) await expect(ask(token)).rejects.toThrow("This link no longer works");
  expect(await mailTo(company.ana.email)).toEqual([]);
});
