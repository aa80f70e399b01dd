import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { ChangeMany } from "@/lib/members/bulk/batch";
import { changeMany } from "@/lib/members/bulk/change-many";
import { disableMember } from "@/lib/members/disable";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

test("history says in sentences who did what, and is filtered by the address @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const [ben, cara, dev] = [
    await company.endUser({ name: "Ben Ortiz" }),
    await company.endUser({ name: "Cara Novak" }),
    await company.endUser({ name: "Dev Patel" }),
  ];
  const viewer = await viewerOf(company.ana);
  await disableMember(viewer, { memberId: ben.memberId, once: onceKey() });
  const both = [cara.memberId, dev.memberId];
  await changeMany(viewer, ChangeMany.parse({ act: "disable", member: both, once: onceKey() }));
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Activity" }).first().click();
  await expect(page.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await expect(page.getByText("Ana Silva disabled Ben Ortiz")).toBeVisible();
  await page.getByText("Ana Silva disabled Dev Patel and 1 other").click();
  await expect(page.getByText("Cara Novak", { exact: true })).toBeVisible();
  await axe(page);

  await page.getByLabel("Person").fill("ORTIZ");
  await page.getByLabel("Action").selectOption({ label: "User disabled" });
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/person=ORTIZ&action=member\.disabled/);
  await expect(page.getByRole("listitem").filter({ hasText: "disabled" })).toHaveCount(1);
  await page.goto("/admin/activity?from=2020-01-01&to=2020-01-02");
  await expect(page.getByLabel("From")).toHaveValue("2020-01-01");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await page.goto("/admin/activity?from=2020-01-02&to=2020-01-01");
  await expect(page.getByLabel("To", { exact: true })).toHaveAccessibleDescription(
    "Choose a day that is not before From.",
  );
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/admin\/activity$/);
  await page.goto(`/admin/activity?person=${ben.memberId}`);
  await expect(page.getByLabel("Person")).toHaveValue("Ben Ortiz");
  await expect(page.getByText("Ana Silva disabled Ben Ortiz")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ben Ortiz" })).toHaveAttribute("href", `/admin/users/${ben.memberId}`);
  if (!javaScriptEnabled) return;
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^activity-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, "").trim(), { header: true });
  expect(data.map((row) => [row["What happened"], row.Action, row.Code])).toEqual([
    ["Ana Silva disabled Ben Ortiz", "User disabled", "member.disabled"],
  ]);
});

test("history is the Admins' own, and of their own groups @nojs", async ({ page, company, login, openPage }) => {
  const west = await company.group("West");
  const inside = await company.endUser({ name: "Ivo Inside", groupId: west.id });
  const outside = await company.endUser({ name: "Otto Outside" });
  const viewer = await viewerOf(company.ana);
  for (const { memberId } of [inside, outside]) await disableMember(viewer, { memberId, once: onceKey() });
  await login(page, await company.admin({ groupId: west.id }));
  await page.goto("/admin/activity");
  await expect(page.getByText("Ana Silva disabled Ivo Inside")).toBeVisible();
  await expect(page.getByText("Otto Outside")).toHaveCount(0);
  for (const role of ["viewer", "end-user"] as const) {
    const lesser = await openPage(await company.endUser({ role }));
    for (const path of ["/admin/activity", "/admin/activity/export"])
      expect((await lesser.goto(path))?.status(), path).toBe(404);
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("nothing is wider than the screen @nojs", async ({ page, company, login }) => {
    const ben = await company.endUser({ name: "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh" });
    await disableMember(await viewerOf(company.ana), { memberId: ben.memberId, once: onceKey() });
    await login(page, company.ana);
    await page.goto("/admin/activity");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
