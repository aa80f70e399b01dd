import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, auditEvents } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { CloseFirstDays, closeFirstDays } from "../accounts/close-first-days";
import { NotFound } from "../errors";
import { getFirstDays } from "./first-days";

const none = { number: false, group: false, colleague: false, admins: false };

test("what there is to do first is ticked one after the other, and gone when all is done", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  expect(await getFirstDays(viewer)).toEqual(none);
  await company.number();
  expect(await getFirstDays(viewer)).toEqual({ ...none, number: true });
  await company.group("West");
  await company.pending();
  expect(await getFirstDays(viewer)).toEqual({ number: true, group: true, colleague: true, admins: false });
  await company.admin({ groupId: (await company.group("East")).id });
  expect((await getFirstDays(viewer))?.admins).toBe(false);
  await company.admin();
  expect(await getFirstDays(viewer)).toBeNull();
});

test("it is for who looks after the whole company, and for a young one", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  expect(await getFirstDays(await viewerOf(await company.admin({ groupId: west.id })))).toBeNull();
  expect(await getFirstDays(await viewerOf(await company.endUser({ role: "viewer" })))).toBeNull();
  const viewer = await viewerOf(company.ana);
  expect(await getFirstDays(viewer)).not.toBeNull();
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await writeDb.update(accounts).set({ createdAt: longAgo }).where(eq(accounts.id, company.accountId));
  expect(await getFirstDays(viewer)).toBeNull();
});

test("once dismissed it is gone for everybody there, and history says by whom", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  const ofWest = await viewerOf(await company.admin({ groupId: (await company.group("West")).id }));
  const close = (who: typeof viewer) => closeFirstDays(who, CloseFirstDays.parse({ once: onceKey() }));
  await expect(close(ofWest)).rejects.toThrow(NotFound);
  await close(viewer);
  await close(viewer);
  expect(await getFirstDays(viewer)).toBeNull();
  const events = await writeDb.select().from(auditEvents).where(eq(auditEvents.accountId, company.accountId));
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["company.first-days-closed", viewer.memberId],
  ]);
  expect(await getFirstDays(await viewerOf((await makeCompany()).ana))).not.toBeNull();
});
