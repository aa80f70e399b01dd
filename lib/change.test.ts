import { eq } from "drizzle-orm";
import { describe, expect, expectTypeOf, test } from "vitest";
import { db } from "@/db";
import { accounts, members, roleAssignments } from "@/db/schema";
import { type WriteTx, writeDb } from "@/db/write";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { eventsOf, mailTo } from "@/tests/support/rows";
import { type Change, change, type Json, keepBooks } from "./change";
import { NotFound } from "./errors";
import { disableMember } from "./members/disable";

const subject = (person: { accountId: string; memberId: string }) => ({
  accountId: person.accountId,
  id: person.memberId,
  name: "Somebody",
});

test("a change without an audit event is refused, and nothing of it is kept", async () => {
  const { ana, accountId } = await makeCompany({ name: "Before" });
  const work = (c: Change) => c.tx.update(accounts).set({ name: "After" }).where(eq(accounts.id, accountId));
  await expect(change(await viewerOf(ana), undefined, work)).rejects.toThrow("audit event");
  expect(await db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId))).toEqual([
    { name: "Before" },
  ]);
});

test("a change that says nothing changed keeps nothing, and answers", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  const answer = await change(viewer, onceKey(), async (c) => {
    await c.tx.update(accounts).set({ name: "Never" }).where(eq(accounts.id, company.accountId));
    return c.unchanged({ name: "as it was" });
  });
  expect(answer).toEqual({ name: "as it was" });
  const [account] = await db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, company.accountId));
  expect(account?.name).toBe(company.name);
});

test("rows, history and mail are kept together or not at all", async () => {
  const { ana } = await makeCompany();
  const viewer = await viewerOf(ana);
  const to = { accountId: ana.accountId, memberId: ana.memberId, email: ana.email };
  const letter = { template: "password-changed", firstName: "Ana", company: "Harbour" } as const;
  const failing = change(viewer, undefined, async (c) => {
    c.record("profile.edited", subject(ana));
    await c.mail(to, letter);
    throw new Error("the disk is full");
  });
  await expect(failing).rejects.toThrow("the disk is full");
  expect(await mailTo(ana.email)).toEqual([]);
  expect(await eventsOf(ana.memberId)).toEqual([]);

  await change(viewer, undefined, async (c) => {
    c.record("profile.edited", subject(ana), { before: 1 });
    await c.mail(to, letter);
  });
  expect(await mailTo(ana.email)).toHaveLength(1);
  expect(await eventsOf(ana.memberId)).toMatchObject([
    { action: "profile.edited", actorId: ana.memberId, actorName: "Ana Silva", details: { before: 1 } },
  ]);
});

test("an answer that would come back from the database as something else is none by its type", () => {
  expectTypeOf<{ name: string; ids: readonly string[] }>().toExtend<Json>();
  expectTypeOf<{ at: Date }>().not.toExtend<Json>();
  expectTypeOf<Map<string, string>>().not.toExtend<Json>();
});

test("of twenty submits of one form at once one acts, and all get its answer", async () => {
  const { ana } = await makeCompany();
  const viewer = await viewerOf(ana);
  const once = onceKey();
  let acted = 0;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      change(viewer, once, async (c) => {
        c.record("profile.edited", subject(ana));
        acted++;
        return { number: acted };
      }),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 20 }, () => ({ number: 1 })));
  expect(await eventsOf(ana.memberId)).toHaveLength(1);
});

test("a form's key counts for the person who sent it alone, and not after a failure", async () => {
  const company = await makeCompany();
  const [ana, ben] = [await viewerOf(company.ana), await viewerOf(await company.admin())];
  const once = onceKey();
  const say = (answer: string) => async (c: Change) => {
    c.record("profile.edited", subject(company.ana));
    if (answer === "fails") throw new NotFound();
    return { answer };
  };
  await expect(change(ana, once, say("fails"))).rejects.toThrow(NotFound);
  expect(await change(ana, once, say("first"))).toEqual({ answer: "first" });
  expect(await change(ana, once, say("second"))).toEqual({ answer: "first" });
  expect(await change(ben, once, say("third"))).toEqual({ answer: "third" });
});

test("an Admin who is disabled or demoted while their change is under way changes nothing", async () => {
  const company = await makeCompany();
  const ben = await company.admin();
  const viewer = await viewerOf(ben);
  const rename = (c: Change) => {
    c.record("profile.edited", subject(company.ana));
    return c.tx.update(accounts).set({ name: "Ben's" }).where(eq(accounts.id, company.accountId));
  };
  await disableMember(await viewerOf(company.ana), { memberId: ben.memberId, once: onceKey() });
  await expect(change(viewer, undefined, rename)).rejects.toThrow(NotFound);
  expect(await eventsOf(company.ana.memberId)).toEqual([]);

  const cara = await company.admin();
  const hers = await viewerOf(cara);
  await writeDb.update(roleAssignments).set({ role: "viewer" }).where(eq(roleAssignments.memberId, cara.memberId));
  await expect(change(hers, undefined, rename)).rejects.toThrow(NotFound);
});

describe("two that lock each other's rows", () => {
  test("both get through as changes", async () => {
    const company = await makeCompany();
    const viewer = await viewerOf(company.ana);
    const [ben, cara] = [await company.endUser(), await company.endUser()];
    await crosswise([ben, cara], (inOrder) =>
      change(viewer, undefined, async (c) => {
        await inOrder(c.tx);
        c.record("profile.edited", subject(ben));
      }),
    );
    expect(await eventsOf(ben.memberId)).toHaveLength(2);
  });

  test("both get through as books", async () => {
    const company = await makeCompany();
    await crosswise([await company.endUser(), await company.endUser()], keepBooks);
  });
});

type Holding = (inOrder: (tx: WriteTx) => Promise<void>) => Promise<void>;

/** Each has a row of its own before either asks for the other's. */
async function crosswise([one, two]: [Person, Person], holding: Holding) {
  const state = { held: 0, meet: () => {} };
  const both = new Promise<void>((resolve) => {
    state.meet = resolve;
  });
  const touch = (tx: WriteTx, { memberId }: Person) =>
    tx.update(members).set({ askedAgainAt: new Date() }).where(eq(members.id, memberId));
  const inOrder = (first: Person, then: Person) => async (tx: WriteTx) => {
    await touch(tx, first);
    if (++state.held === 2) state.meet();
    await both;
    await touch(tx, then);
  };
  await Promise.all([holding(inOrder(one, two)), holding(inOrder(two, one))]);
}
