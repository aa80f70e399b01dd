import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { emailRow, emailTo, isDecided } from "@/tests/support/emails";
import { linkTo } from "@/tests/support/links";
import { actionsOn, eventsOf, linkIn, mailTo } from "@/tests/support/rows";
import { sentenceOf } from "../../audit/sentences";
import { NotFound, Refused } from "../../errors";
import { linkState } from "../../links/link-state";
import { deleteUser } from "../../users/delete";
import { sendAgain } from "./send-again";

const again = async (by: Person, emailId: string, once = onceKey()) => sendAgain(await viewerOf(by), { emailId, once });

const allSent = (person: Person) =>
  writeDb
    .update(outbox)
    .set({ state: "sent", secret: null })
    .where(sql`${outbox.to} = ${person.email} and state = 'queued'`);

test("a lost invitation sent again is a fresh one: the old link is dead, and nobody is asked about it any more", async () => {
  const company = await makeCompany();
  const person = await company.pending();
  const old = await linkTo(person, "invitation");
  const email = await emailTo(person);
  expect(await again(company.ana, email)).toEqual({ what: "Welcome", to: person.email });
  expect(await linkState("invitation", old)).toMatchObject({ state: "replaced" });
  const token = (await linkIn(person.email)).searchParams.get("token");
  expect(await linkState("invitation", token)).toMatchObject({ state: "live", memberId: person.memberId });
  expect(await isDecided(email)).toBe(true);
  expect(await actionsOn(person.memberId)).toContain("invitation.resent");
});

test("sent twice it is one email; of twenty at once one sends it, and the others are told", async () => {
  const company = await makeCompany();
  const [person, viewer] = [await company.pending(), await viewerOf(company.ana)];
  const emailId = await emailTo(person);
  const once = onceKey();
  const replayed = await Promise.all([1, 2].map(() => sendAgain(viewer, { emailId, once })));
  expect(replayed[0]).toEqual(replayed[1]);
  expect(await mailTo(person.email)).toHaveLength(2);
  await allSent(person);
  expect(await sendAgain(viewer, { emailId, once })).toEqual(replayed[0]);
  expect(await mailTo(person.email)).toHaveLength(2);

  const other = await company.pending();
  const [lost, sent] = [await emailTo(other), await emailTo(other, { state: "sent" })];
  for (const each of [lost, sent]) {
    const before = (await mailTo(other.email)).length;
    const tries = Array.from({ length: 10 }, () => sendAgain(viewer, { emailId: each, once: onceKey() }));
    const told = (await Promise.allSettled(tries)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(told).toHaveLength(9);
    for (const reason of told) expect(reason).toBeInstanceOf(Refused);
    expect(await mailTo(other.email)).toHaveLength(before + 1);
    await allSent(other);
  }
});

test("a reset link goes out anew, to people of the company's own who can log in", async () => {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const ben = await company.endUser();
  const email = await emailTo(ben, { template: "reset", state: "sent" });
  expect(await again(company.ana, email)).toEqual({ what: "Password reset link", to: ben.email });
  const token = (await linkIn(ben.email)).searchParams.get("token");
  expect(await linkState("reset", token)).toMatchObject({ state: "live", memberId: ben.memberId });
  expect(await actionsOn(ben.memberId)).toContain("password.reset-sent");

  const guest = await company.guest(await elsewhere.endUser());
  const theirs = await emailTo(guest, { template: "reset" });
  await expect(again(company.ana, theirs)).rejects.toThrow(/another company/);
  for (const person of [await company.pending(), await company.disabled()])
    await expect(again(company.ana, await emailTo(person, { template: "reset" }))).rejects.toThrow(/can't log in now/);
});

test("a note without a link is queued as it was, to the address it was for, and history says so", async () => {
  const company = await makeCompany();
  const ben = await company.endUser();
  const was = {
    template: "email-changed",
    to: "old@x.example",
    props: { firstName: "Ben", company: "H", newEmail: "n@x.example" },
  } as const;
  const email = await emailTo(ben, was);
  await again(company.ana, email);
  const [, copy] = await mailTo("old@x.example");
  expect(copy).toMatchObject({ ...was, state: "queued", memberId: ben.memberId, secret: null });
  expect(await isDecided(email)).toBe(true);
  const [event] = await eventsOf(ben.memberId);
  expect(event && sentenceOf(event)).toBe(`Ana Silva sent the email “Email address changed” to ${ben.name} again`);
});

test("the link to an address that an Admin has entered goes out anew, until it is confirmed", async () => {
  const [company, elsewhere] = [await makeCompany(), await makeCompany()];
  const ben = await company.endUser();
  const email = await emailTo(ben, { template: "email-entered" });
  await expect(again(company.ana, email)).rejects.toThrow(`${ben.name} has confirmed ${ben.email} already`);
  await writeDb.update(users).set({ emailUncheckedSince: sql`now()` }).where(eq(users.id, ben.userId));
  expect(await again(company.ana, email)).toEqual({ what: "Confirm entered address", to: ben.email });
  const token = (await linkIn(ben.email)).searchParams.get("token");
  expect(await linkState("email-check", token)).toMatchObject({ state: "live", memberId: ben.memberId });
  expect(await isDecided(email)).toBe(true);
  expect(await actionsOn(ben.memberId)).toEqual(["email.sent-again"]);

  const guest = await company.guest(await elsewhere.endUser());
  await expect(again(company.ana, await emailTo(guest, { template: "email-entered" }))).rejects.toThrow(
    /another company/,
  );
  const dora = await company.disabled();
  await expect(again(company.ana, await emailTo(dora, { template: "email-entered" }))).rejects.toThrow(
    "can't log in now",
  );
});

test("that somebody tries to log in is told again as it was", async () => {
  const company = await makeCompany();
  const ben = await company.endUser();
  const was = { template: "login-attempts", props: { firstName: "Ben", company: "H" } } as const;
  expect(await again(company.ana, await emailTo(ben, was))).toEqual({
    what: "Somebody is trying to log in",
    to: ben.email,
  });
});

test("what only the person can ask for, and what nobody can use any more, is refused in words", async () => {
  const company = await makeCompany();
  const [ben, dora] = [await company.endUser(), await company.disabled()];
  const lost = async (person: Person, template?: "username-reminder" | "confirm-email" | "asked-again") =>
    emailTo(person, template ? { template } : {});
  for (const template of ["username-reminder", "confirm-email", "asked-again"] as const)
    await expect(again(company.ana, await lost(ben, template))).rejects.toThrow(`Only ${ben.name} can ask`);
  await expect(again(company.ana, await lost(ben))).rejects.toThrow("accepted the invitation already");
  await expect(again(company.ana, await lost(dora))).rejects.toThrow("is disabled");
  const note = await emailTo(dora, { template: "password-changed" });
  await expect(again(company.ana, note)).rejects.toThrow("can't log in now");
  const gone = await company.pending();
  const email = await lost(gone);
  await deleteUser(await viewerOf(company.ana), { memberId: gone.memberId, once: onceKey() });
  await expect(again(company.ana, email)).rejects.toThrow(`${gone.email} is nobody's address`);
  const waiting = await emailTo(await company.pending(), { state: "queued" });
  await expect(again(company.ana, waiting)).rejects.toThrow("waiting to be sent already");
});

test("an email that somebody has decided about is not sent again", async () => {
  const company = await makeCompany();
  const person = await company.pending();
  const email = await emailTo(person, { state: "failed", decidedAt: new Date() });
  await expect(again(company.ana, email)).rejects.toThrow("decided about this email already");
  expect(await mailTo(person.email)).toHaveLength(1);
});

test("strangers, Admins of other groups and lesser people find no email", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const [west, east] = [await company.group("West"), await company.group("East")];
  const person = await company.pending({ groupId: west.id });
  const email = await emailTo(person);
  const ofNobody = await emailTo({ ...person, memberId: null });
  const eastAdmin = await company.admin({ groupId: east.id });
  for (const by of [other.ana, eastAdmin, await company.endUser({ role: "viewer" })])
    for (const id of [email, ofNobody, randomUUID()]) await expect(again(by, id)).rejects.toThrow(NotFound);
  const westAdmin = await company.admin({ groupId: west.id });
  await expect(again(westAdmin, ofNobody)).rejects.toThrow(NotFound);
  expect((await emailRow(email)).decidedAt).toBeNull();
  expect(await again(westAdmin, email)).toMatchObject({ to: person.email });
});

test("whoever is no member is told so to the Admin of the whole company", async () => {
  const company = await makeCompany();
  const email = await emailTo({ ...company.ana, memberId: null, email: "nobody@x.example" });
  await expect(again(company.ana, email)).rejects.toThrow("nobody@x.example is nobody's address");
  await writeDb.delete(outbox).where(eq(outbox.id, email));
});
