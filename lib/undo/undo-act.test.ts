import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { conversations, undos } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, openSession, type Person, viewerOf, visitor } from "@/tests/support/cast";
import { linkTo } from "@/tests/support/links";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf, linesOf, rolesOf, rowsOf, statusOf, tokenFor } from "@/tests/support/rows";
import { makeTalk } from "@/tests/support/talk";
import type { Viewer } from "../access/viewer";
import { sessionOf } from "../auth/session/session-of";
import { NotFound, Refused } from "../errors";
import { assignUser } from "../groups/assign";
import { unassignUser } from "../groups/unassign";
import { linkState } from "../links/link-state";
import { ChangeMany } from "../members/bulk/batch";
import { changeMany } from "../members/bulk/change-many";
import { disableMember } from "../members/disable";
import { enableMember } from "../members/enable";
import { changeGroupLines } from "../numbers/group-lines";
import { takeLine } from "../numbers/take-line";
import { forgotPassword } from "../users/forgot-password";
import { ResetPassword, resetPassword } from "../users/reset-password";
import { undoAct } from "./undo-act";

const asked = (person: Person) => ({ memberId: person.memberId, once: onceKey() });

type Done = { undo: string | undefined };
const back = (viewer: Viewer, { undo }: Done) => undoAct(viewer, { undoId: undo ?? "", once: onceKey() });

/** As if it had been done so many seconds earlier. */
const ago = ({ undo }: Done, seconds: number) =>
  writeDb
    .update(undos)
    .set({ at: sql`clock_timestamp() - make_interval(secs => ${seconds})` })
    .where(eq(undos.id, undo ?? ""));

const inBulk = (viewer: Viewer, act: string, people: Person[], more: object = {}) =>
  changeMany(viewer, ChangeMany.parse({ act, member: people.map((each) => each.memberId), once: onceKey(), ...more }));

const rolesHeld = async (person: Person) => (await rolesOf(person)).map(({ role, groupId }) => `${role}:${groupId}`);

async function companyWith(people: (company: Company) => Promise<Person>) {
  const company = await makeCompany();
  return { company, person: await people(company), viewer: await viewerOf(company.ana) };
}

describe("what was done to one", () => {
  test("disabling is taken back with untouched conversations, not with sessions or links to the login", async () => {
    const { company, person, viewer } = await companyWith((company) => company.endUser());
    const line = await company.number();
    const [talk, other] = [await makeTalk({ line, claimedBy: person }), await makeTalk({ line, claimedBy: person })];
    const [token, link] = [await openSession(person), await linkTo(person, "reset")];
    const done = await disableMember(viewer, asked(person));
    await writeDb.update(conversations).set({ closedAt: new Date() }).where(eq(conversations.id, other.id));
    expect(await back(viewer, done)).toEqual({ undone: 1, left: [], leftCount: 0 });
    expect(await statusOf(person)).toBe("Active");
    expect(await sessionOf(token)).toBeNull();
    expect(await linkState("reset", link)).toMatchObject({ state: "revoked" });
    const claimed = await db.select().from(conversations).where(eq(conversations.claimedBy, person.memberId));
    expect(claimed.map(({ id }) => id)).toEqual([talk.id]);
    const [event] = await eventsOf(person.memberId);
    expect(event).toMatchObject({ action: "member.enabled", details: { before: "Disabled", undo: true } });
  });

  test("an invitation works again; nothing that would change the login does, whose password was changed meanwhile elsewhere", async () => {
    const { person: invited, viewer: inviter } = await companyWith((company) => company.pending());
    const invitation = await linkTo(invited, "invitation");
    await back(inviter, await disableMember(inviter, asked(invited)));
    expect(await linkState("invitation", invitation)).toMatchObject({ state: "live" });

    const { person, viewer } = await companyWith((company) => company.endUser());
    await (await makeCompany()).guest(person);
    const [old, change] = [await linkTo(person, "reset"), await linkTo(person, "email-change")];
    const done = await disableMember(viewer, asked(person));
    await forgotPassword(visitor(), { identifier: person.email, once: undefined });
    const password = "teal anchor violin 83";
    const form = { token: await tokenFor(person.email), password, confirmPassword: password };
    await resetPassword(visitor(), ResetPassword.parse(form));
    await back(viewer, done);
    expect(await linkState("reset", old)).toMatchObject({ state: "revoked" });
    expect(await linkState("email-change", change)).toMatchObject({ state: "revoked" });
  });

  test("a link that died is not brought back beside a newer one", async () => {
    const { person, viewer } = await companyWith((company) => company.pending());
    const old = await linkTo(person, "invitation");
    const done = await disableMember(viewer, asked(person));
    const fresh = await linkTo(person, "invitation");
    await back(viewer, done);
    expect(await linkState("invitation", old)).toMatchObject({ state: "revoked" });
    expect(await linkState("invitation", fresh)).toMatchObject({ state: "live" });
  });

  test("enabling is taken back: out again at once", async () => {
    const { person, viewer } = await companyWith((company) => company.disabled());
    const done = await enableMember(viewer, asked(person));
    const token = await openSession(person);
    await back(viewer, done);
    expect(await statusOf(person)).toBe("Disabled");
    expect(await sessionOf(token)).toBeNull();
  });

  test("a role given or taken at a group", async () => {
    const { company, person, viewer } = await companyWith((company) => company.endUser());
    const { id: groupId } = await company.group("West");
    const before = await rolesHeld(person);
    const form = { groupId, role: "viewer" as const, once: onceKey() };
    const given = await assignUser(viewer, { ...form, person: person.email });
    const after = await rolesHeld(person);
    await back(viewer, given);
    expect(await rolesHeld(person)).toEqual(before);
    await assignUser(viewer, { ...form, person: person.email, once: onceKey() });
    await back(viewer, await unassignUser(viewer, { ...form, memberId: person.memberId, once: onceKey() }));
    expect((await rolesHeld(person)).sort()).toEqual(after.sort());
  });

  test("a line, with the default number as it was", async () => {
    const company = await makeCompany();
    const [desk, recalls] = [await company.number({ label: "A" }), await company.number({ label: "B" })];
    const [person, viewer] = [await company.endUser({ lines: [desk, recalls] }), await viewerOf(company.ana)];
    const done = await takeLine(viewer, { numberId: desk.id, ...asked(person) });
    expect((await rowsOf(person))?.member.defaultNumberId).toBe(recalls.id);
    await back(viewer, done);
    expect((await rowsOf(person))?.member.defaultNumberId).toBe(desk.id);
    expect((await linesOf(person)).sort()).toEqual([desk.id, recalls.id].sort());
  });
});

describe("what was done to many is taken back as one", () => {
  test("whoever has been changed since is left, and named", async () => {
    const { company, person, viewer } = await companyWith((company) => company.endUser({ name: "Ben Ortiz" }));
    const others = [await company.endUser(), await company.pending()];
    const done = await inBulk(viewer, "disable", [person, ...others]);
    await enableMember(viewer, asked(person));
    expect(await back(viewer, done)).toEqual({ undone: 2, left: ["Ben Ortiz"], leftCount: 1 });
    expect(await Promise.all([person, ...others].map(statusOf))).toEqual(["Active", "Active", "Pending"]);
    const events = await Promise.all(others.map(async ({ memberId }) => (await eventsOf(memberId))[0]?.batchId));
    expect(new Set(events).size).toBe(1);
    expect(events).not.toContain(null);
    await expect(back(viewer, done)).rejects.toThrow("Ben Ortiz and 2 others have been changed since.");
  });

  test("products, of each as they were", async () => {
    const { company, person, viewer } = await companyWith((company) => company.endUser({ products: ["chat"] }));
    const other = await company.endUser({ products: ["texting", "chat"] });
    const done = await inBulk(viewer, "products", [person, other], { products: ["chat"], to: "off" });
    await back(viewer, done);
    expect((await rowsOf(person))?.member.products).toEqual(["chat"]);
    expect((await rowsOf(other))?.member.products).toEqual(["texting", "chat"]);
  });

  test("a whole group's line", async () => {
    const { company, person, viewer } = await companyWith((company) => company.endUser());
    const [line, groupId] = [await company.number(), company.rootGroupId];
    const [other] = [await company.endUser({ lines: [line] })];
    const done = await changeGroupLines(viewer, { numberId: line.id, groupId, act: "add", once: onceKey() });
    expect(await linesOf(person)).toEqual([line.id]);
    await back(viewer, done);
    expect([await linesOf(person), await linesOf(other)]).toEqual([[], [line.id]]);
    expect((await rowsOf(person))?.member.defaultNumberId).toBeNull();
  });
});

describe("refused", () => {
  test("what was changed meanwhile, once it is undone, and too late", async () => {
    const { person, viewer } = await companyWith((company) => company.endUser({ name: "Ben Ortiz" }));
    const done = await disableMember(viewer, asked(person));
    await ago(done, 11);
    await back(viewer, done);
    await expect(back(viewer, done)).rejects.toThrow("Ben Ortiz has been changed since. Nothing was undone.");
    const late = await disableMember(viewer, asked(person));
    await ago(late, 13);
    await expect(back(viewer, late)).rejects.toThrow("It is too late to undo this.");
    expect(await statusOf(person)).toBe("Disabled");
    expect(await actionsOn(person.memberId)).toEqual(["member.disabled", "member.enabled", "member.disabled"]);
  });

  test("by the rules of what is done: an Active Admin stays, nobody gives more than they have", async () => {
    const { company, person: ben, viewer } = await companyWith((company) => company.disabled({ role: "admin" }));
    const done = await enableMember(viewer, asked(ben));
    await writeDb.execute(sql`update members set disabled_at = now() where id = ${company.ana.memberId}`);
    await expect(back(viewer, done)).rejects.toThrow();
    expect(await statusOf(ben)).toBe("Active");
    const cara = await company.endUser();
    const byBen = await viewerOf(ben);
    const off = await inBulk(byBen, "products", [cara], { products: ["chat"], to: "off" });
    await writeDb.execute(sql`update members set products = '{texting}' where id = ${ben.memberId}`);
    await expect(back(await viewerOf(ben), off)).rejects.toThrow("You can't switch on what you don't have: Chat.");
  });

  test("to anybody but whoever did it, and to whom may no more", async () => {
    const { company, person, viewer } = await companyWith((company) => company.endUser());
    const done = await disableMember(viewer, asked(person));
    for (const stranger of [await company.admin(), (await makeCompany()).ana, await company.endUser()])
      await expect(back(await viewerOf(stranger), done)).rejects.toThrow(NotFound);
    await expect(back(viewer, { undo: onceKey() })).rejects.toThrow(NotFound);
    expect(await statusOf(person)).toBe("Disabled");
  });

  test("of two who press at once, and of an undo that meets another's act, one is told", async () => {
    const { company, person, viewer } = await companyWith((company) => company.endUser());
    const done = await disableMember(viewer, asked(person));
    const byBen = await viewerOf(await company.admin());
    const met = await meet<unknown>(
      () => back(viewer, done),
      () => back(viewer, done),
      () => enableMember(byBen, asked(person)),
    );
    expect(met.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of met) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Refused);
    expect(await actionsOn(person.memberId)).toEqual(["member.enabled", "member.disabled"]);
  });
});
