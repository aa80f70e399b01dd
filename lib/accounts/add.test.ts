import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { accounts, members } from "@/db/schema";
import { makeCompany, onceKey, openSession, type Person, viewerOf } from "@/tests/support/cast";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf, rowsOf } from "@/tests/support/rows";
import { sessionOf } from "../auth/session/session-of";
import { NotFound, Refused } from "../errors";
import { disableMember } from "../members/disable";
import { enableMember } from "../members/enable";
import { deleteUser } from "../users/delete";
import { AddAccount, addAccount } from "./add";
import { membershipsOf } from "./memberships";

const form = (more: object = {}) =>
  AddAccount.parse({ company: "Quay Dental", timeZone: "Europe/Lisbon", once: onceKey(), ...more });

const accountsOf = async ({ userId }: Person) =>
  (await db.select({ id: members.accountId }).from(members).where(eq(members.userId, userId))).map(({ id }) => id);

const fulfilled = (answers: readonly PromiseSettledResult<unknown>[]) =>
  answers.filter(({ status }) => status === "fulfilled").length;

describe("making another company", () => {
  test("its maker is its first Admin, works in it from the next request on and keeps login and home", async () => {
    const { ana, accountId: home } = await makeCompany();
    const token = await openSession(ana);
    const viewer = await sessionOf(token);
    if (!viewer) throw new Error("no session");
    const made = await addAccount(viewer, form());
    expect(made.company).toBe("Quay Dental");
    const there = await sessionOf(token);
    expect(there).toMatchObject({
      memberId: made.memberId,
      accountName: "Quay Dental",
      assignments: [{ role: "admin" }],
      isElsewhereToo: true,
    });
    expect(there?.assignments[0]?.groupId).toBe(there?.rootGroupId);
    expect((await rowsOf(made))?.user.homeAccountId).toBe(home);
    expect((await rowsOf(made))?.member.status).toBe("Active");
    if (there) expect(await membershipsOf(there)).toHaveLength(2);
    const [account] = await db
      .select()
      .from(accounts)
      .where(eq(accounts.id, there?.accountId ?? ""));
    expect(account).toMatchObject({ timeZone: "Europe/Lisbon", activeCount: 1 });
  });

  test("the new company's history begins with it; the other one's tells no name", async () => {
    const { ana, accountId } = await makeCompany();
    const { memberId } = await addAccount(await viewerOf(ana), form());
    expect(await actionsOn(memberId)).toEqual(["session.opened", "account.created"]);
    for (const event of await eventsOf(memberId))
      expect(event).toMatchObject({ actorId: memberId, actorName: ana.name });
    const [event] = await eventsOf(ana.memberId);
    expect(event).toMatchObject({ action: "account.added", accountId, details: null });
  });

  test("sent twice makes one", async () => {
    const { ana } = await makeCompany();
    const [viewer, input] = [await viewerOf(ana), form()];
    const [first, second] = await Promise.all([addAccount(viewer, input), addAccount(viewer, input)]);
    expect(first).toEqual(second);
    expect(await accountsOf(ana)).toHaveLength(2);
  });

  test("ten a day, also of twelve at once, and the eleventh is told", async () => {
    const { ana } = await makeCompany();
    const viewers = await Promise.all(Array.from({ length: 12 }, () => viewerOf(ana)));
    expect(fulfilled(await Promise.allSettled(viewers.map((viewer) => addAccount(viewer, form()))))).toBe(10);
    expect(await accountsOf(ana)).toHaveLength(11);
    await expect(addAccount(await viewerOf(ana), form())).rejects.toThrow("within a day");
  });

  test("is for nobody but an Admin of all of a company", async () => {
    const company = await makeCompany();
    const west = await company.group("West");
    const people = [
      await company.endUser(),
      await company.endUser({ role: "viewer" }),
      await company.admin({ groupId: west.id }),
    ];
    for (const person of people) {
      await expect(addAccount(await viewerOf(person), form())).rejects.toThrow(NotFound);
      expect(await accountsOf(person)).toEqual([company.accountId]);
    }
  });

  test("an Admin who is disabled meanwhile makes none", async () => {
    const company = await makeCompany();
    const ben = await company.admin();
    const viewer = await viewerOf(ben);
    await disableMember(await viewerOf(company.ana), { memberId: ben.memberId, once: undefined });
    await expect(addAccount(viewer, form())).rejects.toThrow(NotFound);
    expect(await accountsOf(ben)).toHaveLength(1);
  });
});

describe("who is another company's only Admin", () => {
  test("isn't deleted at home, which learns no name; disabled there, they stay Active here", async () => {
    const company = await makeCompany();
    const ben = await company.admin();
    const made = await addAccount(await viewerOf(ben), form());
    const ana = await viewerOf(company.ana);
    const refusal = await deleteUser(ana, { memberId: ben.memberId, once: onceKey() }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(String(refusal)).toContain(`${ben.name} is the only Admin of another company.`);
    expect(String(refusal)).not.toContain("Quay Dental");
    await disableMember(ana, { memberId: ben.memberId, once: undefined });
    expect((await rowsOf(made))?.member.status).toBe("Active");
  });

  test("is deleted at home once somebody else is Admin there", async () => {
    const [home, quay] = [await makeCompany(), await makeCompany()];
    const ben = await home.endUser();
    const his = await viewerOf(await quay.guest(ben, { role: "admin" }));
    const gone = async () => deleteUser(await viewerOf(home.ana), { memberId: ben.memberId, once: onceKey() });
    await disableMember(his, { memberId: quay.ana.memberId, once: undefined });
    await expect(gone()).rejects.toThrow("the only Admin of another company");
    await enableMember(his, { memberId: quay.ana.memberId, once: undefined });
    await gone();
    expect(await rowsOf(ben)).toBeUndefined();
  });

  test("making it and being deleted at the same moment: no company without an Admin", async () => {
    const company = await makeCompany();
    const ben = await company.admin();
    const [his, hers] = [await viewerOf(ben), await viewerOf(company.ana)];
    const withoutAnyone = () => db.select().from(accounts).where(eq(accounts.activeCount, 0)).orderBy(accounts.id);
    const before = await withoutAnyone();
    const done = await meet<unknown>(
      () => addAccount(his, form()),
      () => deleteUser(hers, { memberId: ben.memberId, once: undefined }),
    );
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const each of done)
      if (each.status === "rejected")
        expect(each.reason instanceof Refused || each.reason instanceof NotFound).toBe(true);
    expect(await withoutAnyone()).toEqual(before);
  });

  test("deleted at home while they disable the other Admin there: one of the two is refused", async () => {
    const home = await makeCompany();
    const quay = await makeCompany();
    const ben = await home.endUser();
    const guest = await quay.guest(ben, { role: "admin" });
    const [his, hers] = [await viewerOf(guest), await viewerOf(home.ana)];
    const done = await meet<unknown>(
      () => disableMember(his, { memberId: quay.ana.memberId, once: undefined }),
      () => deleteUser(hers, { memberId: ben.memberId, once: undefined }),
    );
    expect(fulfilled(done)).toBe(1);
    const [account] = await db.select().from(accounts).where(eq(accounts.id, quay.accountId));
    expect(account?.activeCount).toBeGreaterThan(0);
  });
});
