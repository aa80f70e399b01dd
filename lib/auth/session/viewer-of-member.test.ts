import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { groups } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany } from "@/tests/support/cast";
import { viewerOfMember } from "./viewer-of-member";

test("work that goes on after a request stands at the company itself, wherever its row lies among the groups", async () => {
  const company = await makeCompany();
  await company.group("West");
  await writeDb.update(groups).set({ name: "Harbour" }).where(eq(groups.id, company.rootGroupId));
  expect(await viewerOfMember(company.ana.memberId)).toMatchObject({ rootGroupId: company.rootGroupId });
});
