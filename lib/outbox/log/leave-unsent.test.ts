import { expect, test } from "vitest";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { emailTo, isDecided } from "@/tests/support/emails";
import { eventsOf, mailTo } from "@/tests/support/rows";
import { sentenceOf } from "../../audit/sentences";
import { NotFound } from "../../errors";
import { countUndecided } from "./count-undecided";
import { leaveIt } from "./leave-unsent";

const leave = async (by: Person, emailId: string, once = onceKey()) => leaveIt(await viewerOf(by), { emailId, once });

test("an email that failed can be left unsent: it counts no more, and history says who decided", async () => {
  const company = await makeCompany();
  const person = await company.pending();
  const email = await emailTo(person);
  expect(await countUndecided(await viewerOf(company.ana))).toBe(1);
  expect(await leave(company.ana, email)).toEqual({ to: person.email });
  expect(await countUndecided(await viewerOf(company.ana))).toBe(0);
  expect(await mailTo(person.email)).toHaveLength(1);
  const [event] = await eventsOf(person.memberId);
  expect(event && sentenceOf(event)).toBe(`Ana Silva left the email “Welcome” to ${person.name} unsent`);
});

test("the same form twice decides once; of ten at once one decides, and the others are told", async () => {
  const company = await makeCompany();
  const [person, viewer] = [await company.pending(), await viewerOf(company.ana)];
  const [first, second] = [await emailTo(person), await emailTo(person)];
  const once = onceKey();
  expect(await leaveIt(viewer, { emailId: first, once })).toEqual(await leaveIt(viewer, { emailId: first, once }));
  const tries = Array.from({ length: 10 }, () => leaveIt(viewer, { emailId: second, once: onceKey() }));
  const told = (await Promise.allSettled(tries)).filter(({ status }) => status === "rejected");
  expect(told).toHaveLength(9);
  expect(await eventsOf(person.memberId)).toHaveLength(2);
});

test("one that did not fail is nothing to decide about", async () => {
  const company = await makeCompany();
  const email = await emailTo(await company.pending(), { state: "sent" });
  await expect(leave(company.ana, email)).rejects.toThrow("did not fail");
});

test("emails to nobody's member are decided at the root; strangers and other groups find nothing", async () => {
  const [company, other] = [await makeCompany(), await makeCompany()];
  const [west, east] = [await company.group("West"), await company.group("East")];
  const person = await company.pending({ groupId: west.id });
  const [email, ofNobody] = [await emailTo(person), await emailTo({ ...person, memberId: null })];
  const [westAdmin, eastAdmin] = [await company.admin({ groupId: west.id }), await company.admin({ groupId: east.id })];
  for (const by of [other.ana, eastAdmin, await company.endUser()])
    for (const id of [email, ofNobody]) await expect(leave(by, id)).rejects.toThrow(NotFound);
  await expect(leave(westAdmin, ofNobody)).rejects.toThrow(NotFound);
  await leave(westAdmin, email);
  await leave(company.ana, ofNobody);
  expect([await isDecided(email), await isDecided(ofNobody)]).toEqual([true, true]);
});
