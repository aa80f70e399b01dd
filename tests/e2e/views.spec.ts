import { makeContactGroup } from "@/tests/support/carrier/campaigns";
import { expect, test } from "@/tests/support/fixtures";

test("a search with its filters is kept under a name, and taken off again piece by piece @nojs", async ({
  page,
  company,
  login,
  axe,
  openPage,
}) => {
  const west = await company.group("West");
  const hana = await company.pending({ name: "Hana Sato", groupId: west.id });
  await company.pending({ name: "Finn Larsen" });
  await company.endUser({ name: "Hana Vogel", groupId: west.id });
  await login(page, company.ana);
  await page.goto(`/admin/users?search=hana&status=Pending&group=${west.id}`);
  await expect(page.getByRole("row").filter({ hasText: hana.name })).toBeVisible();
  const chips = page.getByRole("list", { name: "Filters in use" }).getByRole("link");
  await expect(chips).toHaveText(["Remove “hana”", "Remove Pending", "Remove West"]);
  await axe(page);
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByLabel("View name")).toHaveAccessibleDescription("Enter a name for this view.");
  await page.getByLabel("View name").fill("Waiting in West");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("“Waiting in West” is saved.")).toBeVisible();
  const views = page.getByRole("navigation", { name: "Saved views" }).getByRole("link");
  await expect(views).toHaveText(["Waiting in West"]);
  await expect(views).toHaveAttribute("aria-current", "page");
  const tabs = page.getByRole("navigation", { name: "Which users" }).getByRole("link");
  await expect(tabs.filter({ hasText: "Pending" })).not.toHaveAttribute("aria-current", "page");
  await axe(page);

  await chips.filter({ hasText: "Pending" }).click();
  await expect(chips).toHaveText(["Remove “hana”", "Remove West"]);
  await expect(page.getByRole("row").filter({ hasText: "Hana Vogel" })).toBeVisible();
  await expect(views).not.toHaveAttribute("aria-current", "page");
  await page.getByLabel("View name").fill("waiting in west");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByLabel("View name")).toHaveAccessibleDescription("You have another view of that name.");
  await expect(page.getByLabel("View name")).toHaveValue("waiting in west");

  await views.click();
  await expect(page).toHaveURL(/status=Pending/);
  await expect(page.getByRole("row").filter({ hasText: "Hana Vogel" })).toHaveCount(0);
  const other = await openPage(await company.admin());
  await other.goto("/admin/users");
  await expect(other.getByRole("navigation", { name: "Which users" })).toBeVisible();
  await expect(other.getByRole("navigation", { name: "Saved views" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove view" }).click();
  await expect(page.getByText("The view “Waiting in West” is removed.")).toBeVisible();
  await expect(views).toHaveCount(0);
  await expect(page).toHaveURL(/status=Pending/);
});

test("a view whose group is gone says so, shows who else fits, and can be removed @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const west = await company.group("West");
  await company.endUser({ name: "Hana Sato" });
  await login(page, company.ana);
  await page.goto(`/admin/users?group=${west.id}`);
  await expect(page.getByRole("heading", { name: "Nobody found" })).toBeVisible();
  await page.getByLabel("View name").fill("West");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("“West” is saved.")).toBeVisible();
  await page.goto(`/admin/groups/${west.id}`);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Are you sure you want to remove West?" });
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("West is removed.")).toBeVisible();

  await page.goto("/admin/users");
  await page.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name: "West" }).click();
  await expect(page.getByText(/^The group that this list was filtered by is gone/)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Hana Sato" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Remove view" }).click();
  await expect(page.getByText("The view “West” is removed.")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Saved views" })).toHaveCount(0);
});

test("a search of 10 kB finds nobody and breaks nothing @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto(`/admin/users?search=${"a".repeat(10_000)}`);
  await expect(page.getByRole("heading", { name: "Nobody found" })).toBeVisible();
  await page.getByLabel("View name").fill("Long");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("“Long” is saved.")).toBeVisible();
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    await expect.poll(() => page.evaluate(overflow), `${width} px`).toBeLessThanOrEqual(0);
  }
});

test("a search of contacts with its filters is kept like one of people @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const people = [
    { firstName: "Marisol", lastName: "Vega" },
    { firstName: "Olive", unreachableAt: new Date() },
  ];
  const group = await makeContactGroup(company.accountId, people);
  await login(page, company.ana);
  await page.goto(`/contacts?search=vega&group=${group.id}&texts=allowed`);
  await expect(page.getByRole("row").filter({ hasText: "Marisol Vega" })).toBeVisible();
  const chips = page.getByRole("list", { name: "Filters in use" }).getByRole("link");
  await expect(chips).toHaveText(["Remove “vega”", `Remove ${group.name}`, "Remove Allowed"]);
  await page.getByLabel("View name").fill("Regulars");
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("“Regulars” is saved.")).toBeVisible();
  const views = page.getByRole("navigation", { name: "Saved views" }).getByRole("link");
  await expect(views).toHaveText(["Regulars"]);
  await expect(views).toHaveAttribute("aria-current", "page");
  await axe(page);
  await chips.filter({ hasText: "vega" }).click();
  await expect(chips).toHaveText([`Remove ${group.name}`, "Remove Allowed"]);
  await expect(views).not.toHaveAttribute("aria-current", "page");
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await expect.poll(() => page.evaluate(overflow)).toBeLessThanOrEqual(0);
  await views.click();
  await expect(page).toHaveURL(/search=vega/);
  await page.getByRole("button", { name: "Remove view" }).click();
  await expect(page.getByText("The view “Regulars” is removed.")).toBeVisible();
  await expect(views).toHaveCount(0);
  await page.goto("/admin/users");
  await expect(page.getByRole("navigation", { name: "Which users" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Saved views" })).toHaveCount(0);
});
