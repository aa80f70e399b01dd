import { expect, test } from "vitest";
import { makeCompany, viewerOf } from "@/tests/support/cast";
import { expire, linkTo } from "@/tests/support/links";
import { getNotices } from "./notices";

test("an Admin is told what they should not learn too late", async () => {
  const company = await makeCompany();
  const viewer = await viewerOf(company.ana);
  expect(await getNotices(viewer)).toEqual({ expiresToday: 0, bounced: 0, lines: 0, isOnlyAdmin: true });
  await company.number();
  const held = await company.number();
  await company.endUser({ lines: [held] });
  await expire(await linkTo(await company.pending(), "invitation"));
  await company.pending({ role: "admin" });
  expect(await getNotices(viewer)).toEqual({ expiresToday: 0, bounced: 0, lines: 1, isOnlyAdmin: true });
  await company.admin();
  expect((await getNotices(viewer))?.isOnlyAdmin).toBe(false);
});

test("of what isn't theirs to mend nobody is told", async () => {
  const company = await makeCompany();
  const west = await company.group("West");
  await company.number();
  expect(await getNotices(await viewerOf(await company.endUser({ role: "viewer" })))).toBeNull();
  const ofWest = await viewerOf(await company.admin({ groupId: west.id }));
  expect(await getNotices(ofWest)).toEqual({ expiresToday: 0, bounced: 0, lines: 0, isOnlyAdmin: false });
});
