import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { auditEvents, lineAccess, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, openSession, type Person, viewerOf } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { meet } from "@/tests/support/meet";
import { countsOf, eventsOf, mailTo, rolesOf, rowsOf, sessionsOf, statusOf } from "@/tests/support/rows";
import { NotFound, Refused } from "../../errors";
import { linkState } from "../../links/link-state";
import { type Act, acts } from "../acts";
import { ChangeMany } from "./batch";
import { changeMany } from "./change-many";

const many = (act: Act, people: readonly { memberId: string }[], choices: object = {}) =>
  ChangeMany.parse({ act, member: people.map(({ memberId }) => memberId), once: onceKey(), ...choices });

const statusesOf = (people: readonly Person[]) => Promise.all(people.map(statusOf));

/** Everybody's place in the company of a test, with what every act needs to have something to do. */
async function crew(company: Company) {
  const west = await company.group("West");
  return {
    west,
    line: await company.number(),
    active: await company.endUser({ products: ["texting"] }),
    pending: await company.pending({ products: ["texting"] }),
    disabled: await company.disabled({ products: ["texting"] }),
  };
}

type At = { group: string; line: string };

/** What each act is given, and to how many of the three of a crew it can be done. */
const choicesOf = (act: Act, { group, line }: At, role = "end-user") => {
  if (act.endsWith("line")) return { line };
  if (act === "products") return { products: ["chat"], to: "on" };
  return act.includes("role") || act === "assign" ? { role, group } : {};
};

/** What is to be taken from them they have. */
async function equip(
  act: Act,
  people: readonly Person[],
  { group: groupId, line: numberId }: At,
  role: "viewer" | "end-user",
) {
  for (const { accountId, memberId } of people) {
    if (act === "remove-role") await writeDb.insert(roleAssignments).values({ accountId, memberId, role, groupId });
    if (act === "take-line") await writeDb.insert(lineAccess).values({ accountId, memberId, numberId });
  }
}

const doneTo: Record<Act, number> = {
  enable: 1,
  disable: 2,
  resend: 1,
  assign: 3,
  "add-role": 3,
  "remove-role": 3,
  products: 3,
  "give-line": 3,
  "take-line": 3,
  delete: 3,
};

async function given(act: Act) {
  const company = await makeCompany();
  const { west, line, ...trio } = await crew(company);
  const people = Object.values(trio);
  const at = { group: west.id, line: line.id };
  await equip(act, people, at, "end-user");
  return { company, people, choices: choicesOf(act, at), viewer: await viewerOf(company.ana) };
}

const historyOf = ({ accountId }: { accountId: string }) =>
  db.select().from(auditEvents).where(eq(auditEvents.accountId, accountId));

describe.each(acts)("%s", (act) => {
  test("is done to all who fit in one batch of history, oneself and those who don't are left out", async () => {
    const { company, people, choices, viewer } = await given(act);
    const input = many(act, [...people, ...people, company.ana], choices);
    expect(await changeMany(viewer, input)).toMatchObject({
      act,
      done: doneTo[act],
      leftOut: people.length + 1 - doneTo[act],
      rest: null,
    });
    const events = await historyOf(company);
    expect(events).toHaveLength(doneTo[act]);
    expect(new Set(events.map((event) => event.batchId)).size).toBe(1);
    expect(events[0]?.batchId).not.toBeNull();
    expect(events.map((event) => event.subjectId)).not.toContain(company.ana.memberId);
    expect(await statusOf(company.ana)).toBe("Active");
  });

  test("sent twice it is done once, with the same answer", async () => {
    const { company, people, choices, viewer } = await given(act);
    const input = many(act, people, choices);
    const answers = await Promise.all([changeMany(viewer, input), changeMany(viewer, input)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await historyOf(company)).toHaveLength(doneTo[act]);
  });

  test("by two at once it is done to each person once", async () => {
    const { company, people, choices, viewer } = await given(act);
    const other = await viewerOf(await company.admin());
    const done = await Promise.allSettled([
      changeMany(viewer, many(act, people, choices)),
      changeMany(other, many(act, people.toReversed(), choices)),
    ]);
    expect(done.filter((each) => each.status === "fulfilled").length).toBe(act === "resend" ? 2 : 1);
    for (const each of done)
      if (each.status === "rejected")
        expect(each.reason instanceof Refused || each.reason instanceof NotFound).toBe(true);
    expect(await historyOf(company)).toHaveLength(act === "resend" ? 2 : doneTo[act]);
  });

  test("does not exist for another company, for End Users, or outside one's groups", async () => {
    const { company, people, choices } = await given(act);
    const local = await company.admin({ groupId: (await company.group("East")).id });
    for (const stranger of [(await makeCompany()).ana, await company.endUser(), local])
      await expect(changeMany(await viewerOf(stranger), many(act, people, choices))).rejects.toThrow(NotFound);
    expect(await historyOf(company)).toEqual([]);
    expect(await statusesOf(people)).toEqual(["Active", "Pending", "Disabled"]);
  });

  test("another company's people among one's own stay as they are", async () => {
    const { company, people, choices, viewer } = await given(act);
    const other = await makeCompany();
    const strangers = [await other.endUser(), await other.pending(), await other.disabled()];
    const before = await Promise.all(strangers.map(rowsOf));
    const input = many(act, [...strangers, ...people, { memberId: onceKey() }], choices);
    expect(await changeMany(viewer, input)).toMatchObject({ done: doneTo[act], leftOut: 3 - doneTo[act], unknown: 4 });
    expect(await Promise.all(strangers.map(rowsOf))).toEqual(before);
    expect(await historyOf(other)).toEqual([]);
    expect(await historyOf(company)).toHaveLength(doneTo[act]);
  });

  test("an Admin of a group does it to those under it alone", async () => {
    const { company, people } = await given(act);
    const east = await company.group("East");
    const at = { group: east.id, line: (await company.number({ groupId: east.id })).id };
    const local = await viewerOf(await company.admin({ groupId: east.id }));
    const theirs = {
      active: await company.endUser({ groupId: east.id, products: ["texting"] }),
      pending: await company.pending({ groupId: east.id, products: ["texting"] }),
      disabled: await company.disabled({ groupId: east.id, products: ["texting"] }),
    };
    const there = Object.values(theirs);
    await equip(act, there, at, "viewer");
    const choices = choicesOf(act, at, "viewer");
    expect(await changeMany(local, many(act, [...people, ...there], choices))).toMatchObject({ done: doneTo[act] });
    const subjects = (await historyOf(company)).map((event) => event.subjectId);
    for (const person of people) expect(subjects).not.toContain(person.memberId);
  });
});

describe("many at once", () => {
  test("disabled are out at once, with their links", async () => {
    const company = await makeCompany();
    const [ben, cara] = [await company.endUser(), await company.pending()];
    await openSession(ben);
    const [reset, invitation] = [await linkTo(ben, "reset"), await linkTo(cara, "invitation")];
    await changeMany(await viewerOf(company.ana), many("disable", [ben, cara]));
    expect(await sessionsOf(ben)).toEqual([]);
    expect(await linkState("reset", reset)).toMatchObject({ state: "revoked" });
    expect(await linkState("invitation", invitation)).toMatchObject({ state: "revoked" });
    expect(await countsOf(company)).toEqual({ active: 1, pending: 0, disabled: 2 });
    expect((await eventsOf(cara.memberId))[0]).toMatchObject({
      action: "member.disabled",
      details: { before: "Pending" },
    });
  });

  test("invited again get an email with a link of their own, and the older one stops working", async () => {
    const company = await makeCompany();
    const people = [await company.pending(), await company.pending()];
    const old = await Promise.all(people.map((person) => linkTo(person, "invitation")));
    await changeMany(await viewerOf(company.ana), many("resend", people));
    for (const person of people) expect(await mailTo(person.email)).toHaveLength(1);
    for (const token of old) expect(await linkState("invitation", token)).toMatchObject({ state: "replaced" });
  });

  test.each(["disable", "delete", "remove-role"] as const)(
    "two Admins who %s each other at once leave one",
    async (act) => {
      const company = await makeCompany();
      const ben = await company.admin();
      const at = { accountId: company.accountId, groupId: company.rootGroupId };
      for (const { memberId } of [company.ana, ben])
        await writeDb.insert(roleAssignments).values({ ...at, memberId, role: "viewer" });
      const choices = act === "remove-role" ? { role: "admin", group: company.rootGroupId } : {};
      const [byAna, byBen] = [await viewerOf(company.ana), await viewerOf(ben)];
      const done = await meet(
        () => changeMany(byAna, many(act, [ben], choices)),
        () => changeMany(byBen, many(act, [company.ana], choices)),
      );
      expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const left = await Promise.all(
        [company.ana, ben].map(async (person) => [await statusOf(person), await rolesOf(person)] as const),
      );
      const admins = left.filter(
        ([status, roles]) => status === "Active" && roles.some(({ role }) => role === "admin"),
      );
      expect(admins).toHaveLength(1);
    },
  );
});
