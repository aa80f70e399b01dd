import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { numbers, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type AccessChanges, accessFormOf, companyWithStore, heldBy, newestEvent } from "@/tests/support/access";
import { HOME, onceKey, openSession, viewerOf } from "@/tests/support/cast";
import { editFormOf } from "@/tests/support/forms/edit-form";
import { meet } from "@/tests/support/meet";
import { actionsOn, eventsOf, linesOf, rowsOf } from "@/tests/support/rows";
import { fingerprint } from "../../access/choices";
import { sessionOf } from "../../auth/session/session-of";
import { formObject } from "../../web/form-data";
import { EditMember, editMember } from "../edit";
import { getMember } from "../get";

describe("roles", () => {
  test("one more is given, an unticked one taken, each with its event; what was never shown stays", async () => {
    const { viewer, store4, west, rootGroupId, endUser } = await companyWithStore();
    const person = await endUser();
    await editMember(viewer, await accessFormOf(person, { newRole: "messaging-agent", newGroup: store4.id }));
    expect(await heldBy(person)).toEqual([`end-user:${rootGroupId}`, `messaging-agent:${store4.id}`]);
    expect(await newestEvent(person, "role.given")).toEqual({ after: { role: "messaging-agent", group: "Store 4" } });
    const shown = [`end-user:${rootGroupId}`];
    const { accountId, memberId } = person;
    await writeDb.insert(roleAssignments).values({ accountId, memberId, role: "sender", groupId: west.id });
    await editMember(viewer, await accessFormOf(person, { roleShown: shown, role: [] }));
    expect(await heldBy(person)).toEqual([`messaging-agent:${store4.id}`, `sender:${west.id}`]);
    expect(await newestEvent(person, "role.taken")).toEqual({ before: { role: "end-user", group: "Main Group" } });
    expect((await actionsOn(person.memberId)).filter((action) => action === "member.edited")).toEqual([]);
  });

  test("one in place of another: the same stays, untold, also where the viewer could not give it", async () => {
    const { viewer, store4, west, rootGroupId, endUser } = await companyWithStore();
    const person = await endUser();
    const before = await actionsOn(person.memberId);
    const instead: AccessChanges = { role: [], newRole: "end-user", newGroup: rootGroupId };
    expect(await editMember(viewer, await accessFormOf(person, instead))).toMatchObject({ undo: undefined });
    expect(await heldBy(person)).toEqual([`end-user:${rootGroupId}`]);
    expect(await actionsOn(person.memberId)).toEqual(before);
    await editMember(viewer, await accessFormOf(person, { ...instead, newGroup: west.id }));
    expect(await heldBy(person)).toEqual([`end-user:${west.id}`]);
    await editMember(viewer, await accessFormOf(person, { role: [], newRole: "viewer", newGroup: store4.id }));
    expect(await heldBy(person)).toEqual([`viewer:${store4.id}`]);
  });

  test("hold from the next request on", async () => {
    const { viewer, store4, endUser } = await companyWithStore();
    const person = await endUser();
    const token = await openSession(person);
    await editMember(viewer, await accessFormOf(person, { newRole: "viewer", newGroup: store4.id, role: [] }));
    expect((await sessionOf(token))?.assignments).toMatchObject([{ role: "viewer", groupId: store4.id }]);
  });

  test("a changed user type has the last word on the two of the root, and one event tells it", async () => {
    const { viewer, west, rootGroupId, endUser } = await companyWithStore();
    const person = await endUser();
    const roles = { newRole: "sender", newGroup: west.id } as const;
    await editMember(viewer, await accessFormOf(person, { ...roles, userType: "admin", firstName: "Zoë" }));
    expect(await heldBy(person)).toEqual([`admin:${rootGroupId}`, `sender:${west.id}`]);
    expect((await actionsOn(person.memberId)).filter((action) => action === "member.edited")).toHaveLength(1);
    expect(await newestEvent(person, "member.edited")).toEqual({
      before: { userType: "end-user", firstName: person.firstName },
      after: { userType: "admin", firstName: "Zoë" },
    });
    await editMember(viewer, await accessFormOf(person, { userType: "admin", role: [`sender:${west.id}`] }));
    expect(await heldBy(person)).toEqual([`sender:${west.id}`]);
  });

  test("the last one stays, and so does the last Admin", async () => {
    const { viewer, west, ana, rootGroupId, endUser, admin } = await companyWithStore();
    const [person, ben] = [await endUser(), await admin()];
    await expect(editMember(viewer, await accessFormOf(person, { role: [] }))).rejects.toMatchObject({ field: "role" });
    const byBen = await viewerOf(ben);
    await editMember(byBen, await accessFormOf(ana, { role: [], newRole: "viewer", newGroup: west.id }));
    expect(await heldBy(ana)).toEqual([`viewer:${west.id}`]);
    const late = await accessFormOf(ben, { role: [], newRole: "viewer", newGroup: west.id });
    await expect(editMember(viewer, late)).rejects.toThrow("without an Active Admin");
    expect(await heldBy(ben)).toEqual([`admin:${rootGroupId}`]);
  });

  test("two Admins who take the role from each other at once leave one", async () => {
    const { viewer, west, ana, admin } = await companyWithStore();
    const ben = await admin();
    const taken: AccessChanges = { role: [], newRole: "end-user", newGroup: west.id };
    const [ofBen, ofAna] = [await accessFormOf(ben, taken), await accessFormOf(ana, taken)];
    const byBen = await viewerOf(ben);
    const done = await meet(
      () => editMember(viewer, ofBen),
      () => editMember(byBen, ofAna),
    );
    const left = (await Promise.all([ana, ben].map(heldBy))).flat().filter((key) => key.startsWith("admin"));
    expect(left).toHaveLength(1);
    expect(done.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  });
});

describe("lines", () => {
  test("are told apart by whether anybody else has them", async () => {
    const { viewer, endUser, number } = await companyWithStore();
    const [own, shared] = [await number({ label: "A" }), await number({ label: "B" })];
    const person = await endUser({ lines: [own, shared] });
    await endUser({ lines: [shared] });
    expect((await getMember(viewer, person.memberId))?.lines).toMatchObject([
      { id: own.id, isAlone: true },
      { id: shared.id, isAlone: false },
    ]);
  });

  test("are given and taken; the default number follows, and stays one of them", async () => {
    const { viewer, endUser, number } = await companyWithStore();
    const [desk, recalls, spare] = [
      await number({ label: "A" }),
      await number({ label: "B" }),
      await number({ label: "C" }),
    ];
    const person = await endUser({ lines: [desk, recalls] });
    await editMember(viewer, await accessFormOf(person, { lines: [recalls.id, spare.id] }));
    expect(new Set(await linesOf(person))).toEqual(new Set([recalls.id, spare.id]));
    expect((await rowsOf(person))?.member.defaultNumberId).toBe(recalls.id);
    await editMember(viewer, await accessFormOf(person, { defaultNumber: desk.id, lines: [spare.id] }));
    expect(new Set(await linesOf(person))).toEqual(new Set([desk.id, spare.id]));
    expect((await rowsOf(person))?.member.defaultNumberId).toBe(desk.id);
    expect(await newestEvent(person, "member.edited")).toMatchObject({ after: { defaultNumber: desk.e164 } });
    const both = await accessFormOf(person, { defaultNumber: spare.id, lines: [desk.id] });
    await expect(editMember(viewer, both)).rejects.toMatchObject({ field: "defaultNumber" });
    await editMember(viewer, await accessFormOf(person, { lines: [] }));
    expect(await linesOf(person)).toEqual([]);
    expect((await rowsOf(person))?.member.defaultNumberId).toBeNull();
  });

  test("one more is given by itself, beside those that stay; one of nobody's is refused in its field", async () => {
    const { viewer, endUser, number } = await companyWithStore();
    const [desk, spare, off] = [await number(), await number(), await number()];
    const person = await endUser({ lines: [desk] });
    await editMember(viewer, await accessFormOf(person, { newLine: spare.id }));
    expect(new Set(await linesOf(person))).toEqual(new Set([desk.id, spare.id]));
    await editMember(viewer, await accessFormOf(person, { newLine: spare.id }));
    expect(new Set(await linesOf(person))).toEqual(new Set([desk.id, spare.id]));
    await writeDb.update(numbers).set({ disabledAt: new Date() }).where(eq(numbers.id, off.id));
    await expect(editMember(viewer, await accessFormOf(person, { newLine: off.id }))).rejects.toMatchObject({
      field: "newLine",
    });
  });

  test("whoever loaded the page before somebody else changed the lines is told", async () => {
    const { viewer, endUser, number } = await companyWithStore();
    const desk = await number();
    const person = await endUser();
    const stale = await accessFormOf(person, { lines: [] });
    await editMember(viewer, await accessFormOf(person, { lines: [desk.id] }));
    await expect(editMember(viewer, stale)).rejects.toMatchObject({ field: "revision" });
  });
});

describe("the difference is seen first", () => {
  test("without a script the first Save is answered with it, the second saves; other choices are shown anew", async () => {
    const { viewer, endUser, store4 } = await companyWithStore();
    const person = await endUser();
    const input = await editFormOf(person, { newRole: "viewer", newGroup: store4.id, products: ["chat"] });
    await expect(editMember(viewer, input)).rejects.toMatchObject({ field: "reviewed" });
    expect(await eventsOf(person.memberId)).toEqual([]);
    const seen = fingerprint({ ...input, newRole: "viewer", newGroup: store4.id, newLine: "" });
    await expect(editMember(viewer, { ...input, products: [], reviewed: seen, once: onceKey() })).rejects.toMatchObject(
      {
        field: "reviewed",
      },
    );
    await editMember(viewer, { ...input, reviewed: seen, once: onceKey() });
    expect(await heldBy(person)).toContain(`viewer:${store4.id}`);
  });

  test("a user type alone, a name or nothing at all needs no second Save", async () => {
    const { viewer, endUser } = await companyWithStore();
    const person = await endUser();
    await editMember(viewer, await editFormOf(person, { userType: "admin" }));
    await editMember(viewer, await editFormOf(person, { firstName: "Zoë" }));
    await editMember(viewer, await editFormOf(person, { firstName: "Zoë" }));
    // The last changed nothing, so there is nothing to tell.
    expect(await actionsOn(person.memberId)).toEqual(["member.edited", "member.edited"]);
  });

  test("the same form sent twice is one change", async () => {
    const { viewer, endUser, store4 } = await companyWithStore();
    const person = await endUser();
    const input = await accessFormOf(person, { newRole: "viewer", newGroup: store4.id });
    await Promise.all([editMember(viewer, input), editMember(viewer, input)]);
    expect((await actionsOn(person.memberId)).filter((action) => action === "role.given")).toHaveLength(1);
  });
});

test("the access part is read from FormData; what nobody can mean is refused", () => {
  const data = new FormData();
  const typed = { firstName: "A", lastName: "B", timeZone: "UTC", email: "a@b.example", revision: "1" };
  for (const [name, value] of Object.entries({ ...typed, memberId: onceKey(), defaultNumber: "", newRole: "" }))
    data.set(name, value);
  expect(EditMember(HOME).parse(formObject(data))).toMatchObject({ role: [], lines: [], products: [], newRole: null });
  data.set("role", "admin");
  expect(EditMember(HOME).parse(formObject(data)).role).toEqual([]);
  for (const [name, value] of [
    ["newRole", "owner"],
    ["products", "billing"],
    ["lines", "1"],
  ] as const) {
    const wrong = new FormData();
    for (const [field, text] of data.entries()) wrong.set(field, text);
    wrong.set(name, value);
    expect(
      EditMember(HOME)
        .safeParse(formObject(wrong))
        .error?.issues.map((issue) => issue.path[0]),
    ).toEqual([name]);
  }
});
