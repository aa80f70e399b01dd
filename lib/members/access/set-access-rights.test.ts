import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type AccessChanges, accessFormOf, companyWithStore, heldBy, newestEvent } from "@/tests/support/access";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { eventsOf, linesOf, rowsOf } from "@/tests/support/rows";
import { NotFound, Refused } from "../../errors";
import { editMember } from "../edit";

test("a group elsewhere or above is not found, and nothing is kept", async () => {
  const { viewer, endUser, admin, west, store4, rootGroupId } = await companyWithStore();
  const other = await companyWithStore();
  const person = await endUser({ groupId: west.id });
  const lesser = await viewerOf(await admin({ groupId: west.id }));
  const give = async (by: typeof viewer, groupId: string) =>
    editMember(by, await accessFormOf(person, { newRole: "viewer", newGroup: groupId, firstName: "Changed" }));
  await expect(give(viewer, other.west.id)).rejects.toThrow(NotFound);
  await expect(give(viewer, onceKey())).rejects.toThrow(NotFound);
  await expect(give(lesser, rootGroupId)).rejects.toThrow(NotFound);
  expect((await rowsOf(person))?.user.firstName).toBe(person.firstName);
  await give(lesser, store4.id);
  expect(await heldBy(person)).toContain(`viewer:${store4.id}`);
});

test("an Admin of a group edits whoever lies in it, and nobody who also stands above", async () => {
  const { endUser, admin, west, store4, rootGroupId } = await companyWithStore();
  const [inside, both] = [await endUser({ groupId: store4.id }), await endUser({ groupId: store4.id })];
  const { accountId, memberId } = both;
  await writeDb.insert(roleAssignments).values({ accountId, memberId, role: "viewer", groupId: rootGroupId });
  const lesser = await viewerOf(await admin({ groupId: west.id }));
  const role = { newRole: "sender", newGroup: west.id } as const;
  await editMember(lesser, await accessFormOf(inside, role));
  expect(await heldBy(inside)).toContain(`sender:${west.id}`);
  await expect(editMember(lesser, await accessFormOf(both, role))).rejects.toThrow(NotFound);
  await expect(editMember(lesser, await accessFormOf(inside, { userType: "end-user" }))).rejects.toThrow(NotFound);
});

test("a product that the viewer doesn't have is not switched on; off it goes freely", async () => {
  const { endUser, admin } = await companyWithStore();
  const person = await endUser({ products: ["texting", "reports"] });
  const lesser = await viewerOf(await admin({ products: ["texting", "chat"] }));
  const on = await accessFormOf(person, { products: ["texting", "reports", "campaigns"] });
  await expect(editMember(lesser, on)).rejects.toMatchObject({
    field: "products",
    message: expect.stringContaining("Campaigns"),
  });
  await editMember(lesser, await accessFormOf(person, { products: ["chat"] }));
  expect((await rowsOf(person))?.member.products).toEqual(["chat"]);
  expect(await newestEvent(person, "products.changed")).toEqual({
    before: { products: "Texting, Reports" },
    after: { products: "Chat" },
  });
});

test("a line of another group is neither given nor taken, one of another company not found", async () => {
  const { endUser, admin, west, number } = await companyWithStore();
  const [ours, roots, theirs] = [
    await number({ groupId: west.id }),
    await number(),
    await (await companyWithStore()).number(),
  ];
  const person = await endUser({ groupId: west.id, lines: [roots] });
  const lesser = await viewerOf(await admin({ groupId: west.id }));
  const more = async (id: string) => editMember(lesser, await accessFormOf(person, { lines: [roots.id, id] }));
  await more(ours.id);
  await expect(more(theirs.id)).rejects.toThrow(Refused);
  await expect(editMember(lesser, await accessFormOf(person, { lines: [ours.id] }))).rejects.toThrow(NotFound);
  expect(new Set(await linesOf(person))).toEqual(new Set([ours.id, roots.id]));
});

test("nobody changes their own access", async () => {
  const { viewer, ana, admin, west, number } = await companyWithStore();
  await admin();
  const line = await number();
  const tries: AccessChanges[] = [
    { role: [] },
    { newRole: "sender", newGroup: west.id },
    { products: [] },
    { lines: [line.id] },
  ];
  for (const changes of tries)
    await expect(editMember(viewer, await accessFormOf(ana, changes))).rejects.toThrow(Refused);
  expect(await eventsOf(ana.memberId)).toEqual([]);
});

test("to another company's Admin and to an End User nobody is there; a deleted one is gone", async () => {
  const { endUser, west, viewer } = await companyWithStore();
  const other = await companyWithStore();
  const person = await endUser();
  const input = await accessFormOf(person, { newRole: "sender", newGroup: west.id });
  await expect(editMember(other.viewer, input)).rejects.toThrow(NotFound);
  await expect(editMember(await viewerOf(await endUser()), input)).rejects.toThrow(NotFound);
  await writeDb.delete(members).where(eq(members.id, person.memberId));
  await expect(editMember(viewer, input)).rejects.toThrow(NotFound);
});
