import { expect, test } from "vitest";
import { auditEvents } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { numberFormOf } from "@/tests/support/forms/number-form";
import { editNumber } from "../numbers/edit";
import { exportActivity } from "./export";
import { activityQuery } from "./query";

test("history of what has left a group's part while the file is written is in no later page of it", async () => {
  const company = await makeCompany();
  const { accountId } = company;
  const [west, east] = [await company.group("West"), await company.group("East")];
  const line = await company.number({ groupId: west.id });
  const event = {
    accountId,
    action: "number.edited",
    subjectId: line.id,
    subjectName: "Desk",
    actorName: "Ana Silva",
  } as const;
  const at = Date.now() - 3_600_000;
  const events = Array.from({ length: 1500 }, (_, n) => ({ ...event, createdAt: new Date(at + n) }));
  await writeDb.insert(auditEvents).values(events);
  const local = await viewerOf(await company.admin({ groupId: west.id }));
  const file = exportActivity(local, activityQuery({}));
  expect((await file.next()).value).toHaveLength(1000);
  await editNumber(await viewerOf(company.ana), await numberFormOf(line, { groupId: east.id }));
  expect(await file.next()).toEqual({ value: undefined, done: true });
});
