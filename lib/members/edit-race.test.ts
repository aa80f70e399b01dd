import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { numbers } from "@/db/schema";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { editFormOf as formOf } from "@/tests/support/forms/edit-form";
import { meanwhile, meet } from "@/tests/support/meet";
import { rolesOf, statusOf } from "@/tests/support/rows";
import { Refused } from "../errors";
import { editMember } from "./edit";

describe("two Admins at one user", () => {
  test("the second is told, and nothing of the first is overwritten", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const [ana, ben] = [await viewerOf(company.ana), await viewerOf(await company.admin())];
    const [first, second] = [
      await formOf(person, { firstName: "First" }),
      await formOf(person, { firstName: "Second" }),
    ];
    const edits = [() => editMember(ana, first), () => editMember(ben, second)];
    const done = await meet(...edits);
    expect(done.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    const lost = done.findIndex((each) => each.status === "rejected");
    expect(done[lost]).toMatchObject({ reason: { field: "revision" } });
    await expect(edits[lost]?.()).rejects.toThrow("Somebody else changed this");
  });

  test("a change of user type alone is noticed too", async () => {
    const company = await makeCompany();
    const person = await company.endUser();
    const stale = await formOf(person, { firstName: "Late" });
    await editMember(await viewerOf(company.ana), await formOf(person, { userType: "admin" }));
    await expect(editMember(await viewerOf(company.ana), stale)).rejects.toMatchObject({ field: "revision" });
  });

  test("who demote each other at the same moment leave one Admin", async () => {
    const company = await makeCompany();
    const ben = await company.admin();
    const [byAna, byBen] = [await viewerOf(company.ana), await viewerOf(ben)];
    const [ofBen, ofAna] = [
      await formOf(ben, { userType: "end-user" }),
      await formOf(company.ana, { userType: "end-user" }),
    ];
    const done = await meet(
      () => editMember(byAna, ofBen),
      () => editMember(byBen, ofAna),
    );
    const roles = (await Promise.all([company.ana, ben].map(rolesOf))).flat().map((held) => held.role);
    expect(roles.filter((role) => role === "admin")).toHaveLength(1);
    for (const each of done) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Refused);
  });

  test("who disable each other at the same moment leave one", async () => {
    const company = await makeCompany();
    const ben = await company.admin();
    const [byAna, byBen] = [await viewerOf(company.ana), await viewerOf(ben)];
    const [ofBen, ofAna] = [
      await formOf(ben, { status: "Disabled" }),
      await formOf(company.ana, { status: "Disabled" }),
    ];
    await meet(
      () => editMember(byAna, ofBen),
      () => editMember(byBen, ofAna),
    );
    expect((await Promise.all([company.ana, ben].map(statusOf))).sort()).toEqual(["Active", "Disabled"]);
  });
});

test("a number that is put out of service in that moment is given to nobody", async () => {
  const company = await makeCompany();
  const [line, person] = [await company.number(), await company.endUser()];
  const [viewer, form] = [await viewerOf(company.ana), await formOf(person, { newLine: line.id })];
  const [answer] = await meanwhile(
    (tx) => tx.update(numbers).set({ disabledAt: new Date() }).where(eq(numbers.id, line.id)),
    () => editMember(viewer, form),
  );
  expect(answer).toMatchObject({ status: "rejected", reason: { field: "newLine" } });
});
