import { expect, test } from "vitest";
import { roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
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
    ? [{ accountId: company.accountId, memberId: lead.memberId, role: "admin" as const, groupId: places.east }]
    : [];
  if (more.length > 0) await writeDb.insert(roleAssignments).values(more);
  const viewer = await viewerOf(lead);
  const { accountId, rootGroupId: groupId } = company;
  const [answer] = await meanwhile(
    (tx) => tx.insert(roleAssignments).values({ accountId, memberId: ben.memberId, role: "admin", groupId }),
    () => disableMember(viewer, { memberId: ben.memberId, once: undefined }),
  );
  return { ben, answer };
}

test.each([[["west"]], [["west", "east"]]] as const)(
  "an Admin of %s can't disable somebody who has just become greater",
  async (groups) => {
    const { ben, answer } = await promotedMeanwhile([...groups]);
    expect(answer).toMatchObject({ status: "rejected", reason: expect.any(NotFound) });
    expect(await statusOf(ben)).toBe("Active");
  },
);
