import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { members, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { eventsOf, rowsOf, statusOf } from "@/tests/support/rows";
import type { Role } from "../../access/permissions";
import { Refused } from "../../errors";
import type { Act } from "../acts";
import { ChangeMany } from "./batch";
import { changeMany } from "./change-many";
import { previewMany } from "./preview";

const many = (act: Act, people: readonly { memberId: string }[], choices: object = {}) =>
  ChangeMany.parse({ act, member: people.map(({ memberId }) => memberId), once: onceKey(), ...choices });

const statusesOf = (people: readonly Person[]) => Promise.all(people.map(statusOf));

/** Somebody of one company who is in another as well. */
async function guestIn(company: Company, person: Person, role: Role = "end-user") {
  const [guest] = await writeDb
    .insert(members)
    .values({ accountId: company.accountId, userId: person.userId, acceptedAt: new Date() })
    .returning({ memberId: members.id });
  if (!guest) throw new Error("nobody came");
  const { accountId, rootGroupId: groupId } = company;
  await writeDb.insert(roleAssignments).values({ accountId, memberId: guest.memberId, role, groupId });
  return guest;
}

describe("guests", () => {
  test("are left out of deleting; their own company deletes them everywhere, with history in each", async () => {
    const [home, other] = [await makeCompany(), await makeCompany()];
    const ben = await home.endUser();
    const guest = await guestIn(other, ben);
    const colleague = await other.endUser();
    const away = await viewerOf(other.ana);
    expect(await changeMany(away, many("delete", [guest, colleague]))).toMatchObject({ done: 1, leftOut: 1 });
    await expect(changeMany(away, many("delete", [guest]))).rejects.toThrow(Refused);
    expect(await changeMany(await viewerOf(home.ana), many("delete", [ben]))).toMatchObject({ done: 1 });
    expect(await rowsOf(guest)).toBeUndefined();
    const [[here], [there]] = [await eventsOf(ben.memberId), await eventsOf(guest.memberId)];
    expect([here?.accountId, there?.accountId]).toEqual([home.accountId, other.accountId]);
    expect([here?.action, there?.action]).toEqual(["member.deleted", "member.deleted"]);
    expect(here?.batchId).toBe(there?.batchId);
  });

  test("another company's only Admin is left out of deleting", async () => {
    const [home, other] = [await makeCompany(), await makeCompany()];
    const [ben, cara] = [await home.endUser(), await home.endUser()];
    await guestIn(other, ben, "admin");
    await writeDb.update(members).set({ disabledAt: new Date() }).where(eq(members.id, other.ana.memberId));
    const ana = await viewerOf(home.ana);
    const preview = await previewMany(ana, "delete", { ticked: [ben.memberId, cara.memberId] });
    expect(preview.leftOut).toMatchObject([{ reason: "only-admin", people: [{ id: ben.memberId }] }]);
    expect(await changeMany(ana, many("delete", [ben, cara]))).toMatchObject({ done: 1, leftOut: 1 });
    expect(await statusesOf([ben, cara])).toEqual(["Active", undefined]);
  });

  test("of those who are its only Admins together none is deleted", async () => {
    const [home, other] = [await makeCompany(), await makeCompany()];
    const [ben, cara] = [await home.endUser(), await home.endUser()];
    for (const person of [ben, cara]) await guestIn(other, person, "admin");
    await writeDb.update(members).set({ disabledAt: new Date() }).where(eq(members.id, other.ana.memberId));
    await expect(changeMany(await viewerOf(home.ana), many("delete", [ben, cara]))).rejects.toThrow(
      "together the only Admins of another company",
    );
    expect(await statusesOf([ben, cara])).toEqual(["Active", "Active"]);
  });
});
