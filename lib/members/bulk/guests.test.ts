import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { members, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { type Company, makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { eventsOf, rowsOf, statusOf } from "@/tests/support/rows";
import { Refused } from "../../errors";
import type { Act } from "./acts";
import { ChangeMany, changeMany } from "./change-many";

const many = (act: Act, people: readonly { memberId: string }[], choices: object = {}) =>
  ChangeMany.parse({ act, member: people.map(({ memberId }) => memberId), once: onceKey(), ...choices });

const statusesOf = (people: readonly Person[]) => Promise.all(people.map(statusOf));

/** Somebody of one company who is in another as well. */
async function guestIn(company: Company, person: Person, role = "end-user") {
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

  test("no company is left without an Admin: then nobody is deleted", async () => {
    const [home, other] = [await makeCompany(), await makeCompany()];
    const [ben, cara] = [await home.endUser(), await home.endUser()];
    await guestIn(other, ben, "admin");
    await writeDb.update(members).set({ disabledAt: new Date() }).where(eq(members.id, other.ana.memberId));
    await expect(changeMany(await viewerOf(home.ana), many("delete", [ben, cara]))).rejects.toThrow(
      "without an Active",
    );
    expect(await statusesOf([ben, cara])).toEqual(["Active", "Active"]);
  });
});
