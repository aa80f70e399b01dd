import { expect, test } from "vitest";
import { roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { statusOf } from "@/tests/support/rows";
import { NotFound } from "../errors";
import { disableMember } from "./disable";

/** Ben is made an Admin of the whole company while an Admin of some of its groups is disabling him. */
async function promotedMeanwhile(groups: ("west" | "east")[]) {
  const company = await makeCompany();
  const places = { west: (await company.group("West")).id, east: (await company.group("East")).id };
  const ben = await company.endUser({ groupId: places.west });
  const lead = await company.admin({ groupId: places.west });
  const more = groups.includes("east")
    ? [{ accountId: company.accountId, memberId: lead.memberId, role: "admin", groupId: places.east }]
    : [];
  if (more.length > 0) await writeDb.insert(roleAssignments).values(more);
  const viewer = await viewerOf(lead);
  const outcome = await writeDb.transaction(async (tx) => {
    const { accountId, rootGroupId: groupId } = company;
    await tx.insert(roleAssignments).values({ accountId, memberId: ben.memberId, role: "admin", groupId });
    const disabling = disableMember(viewer, { memberId: ben.memberId, once: undefined }).catch(
      (error: unknown) => error,
    );
    // Until the other transaction stands before the lock on Ben's row.
    await new Promise((wake) => setTimeout(wake, 300));
    return { disabling };
  });
  return { ben, answer: await outcome.disabling };
}

test.each([[["west"]], [["west", "east"]]] as const)(
  "an Admin of %s can't disable somebody who has just become greater",
  async (groups) => {
    const { ben, answer } = await promotedMeanwhile([...groups]);
    expect(answer).toBeInstanceOf(NotFound);
    expect(await statusOf(ben)).toBe("Active");
  },
);
