import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { groups, numbers } from "@/db/schema";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { meanwhile } from "@/tests/support/meet";
import { rolesOf } from "@/tests/support/rows";
import { NotFound } from "../errors";
import { AddNumber, addNumber } from "../numbers/add";
import { AssignUser, assignUser } from "./assign";

test("what is moved out of one's part in that moment gets neither a number nor a role from there", async () => {
  const company = await makeCompany();
  const [west, east] = [await company.group("West"), await company.group("East")];
  const store = await company.group("Store 4", west.id);
  const [viewer, person] = [
    await viewerOf(await company.admin({ groupId: west.id })),
    await company.endUser({ groupId: west.id }),
  ];
  const on = { groupId: store.id, once: onceKey() };
  const number = AddNumber(viewer).parse({ ...on, number: "(415) 555-0133", label: "Store desk" });
  const role = AssignUser.parse({ ...on, person: person.email, role: "sender" });
  const answers = await meanwhile<unknown>(
    (tx) => tx.update(groups).set({ parentId: east.id }).where(eq(groups.id, store.id)),
    () => addNumber(viewer, number),
    () => assignUser(viewer, role),
  );
  const refused = { status: "rejected", reason: expect.any(NotFound) };
  expect(answers).toMatchObject([refused, refused]);
  expect(await db.$count(numbers, eq(numbers.groupId, store.id))).toBe(0);
  expect((await rolesOf(person)).map((held) => held.role)).toEqual(["end-user"]);
});
