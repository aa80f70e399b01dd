import { expect, test } from "@/tests/support/fixtures";

/** Widths of a phone, a tablet and windows; nothing may stick out at any. */
const WIDTHS = [360, 768, 1024, 1280, 1440, 1920];

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

test("numbers are searched, filtered and sorted, all of it in the address @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const west = await company.group("West");
  const desk = await company.number({ label: "Desk 10", groupId: west.id });
  await company.number({ label: "Desk 9" });
  await company.number({ label: "A very long label that somebody once gave to a telephone in the hall" });
  await company.endUser({ lines: [desk] });
  await login(page, company.ana);
  await page.goto("/admin/numbers");
  const rows = page.getByRole("main").getByRole("row");
  await expect(rows).toHaveCount(4);
  await axe(page);
  await page.getByRole("searchbox", { name: "Search numbers" }).fill("desk");
  await page.getByRole("searchbox", { name: "Search numbers" }).press("Enter");
  await expect(page).toHaveURL(/\/admin\/numbers\?search=desk/);
  await expect(rows).toHaveText([/Number/, /Desk 9/, /Desk 10/]);
  await page.getByRole("link", { name: "Who has access" }).click();
  await expect(page).toHaveURL(/search=desk&sort=people/);
  await page.getByRole("link", { name: "Who has access" }).click();
  await expect(page).toHaveURL(/search=desk&sort=-people$/);
  await expect(rows).toHaveText([/Number/, /Desk 10/, /Desk 9/]);
  await expect(page.getByRole("columnheader", { name: "Who has access" })).toHaveAttribute("aria-sort", "descending");
  await page.getByLabel("Who has access").selectOption("Nobody");
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/people=none/);
  await expect(rows).toHaveText([/Number/, /Desk 9/]);
  await page.getByLabel("Group", { exact: true }).selectOption(west.id);
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("No number found", { exact: true })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Clear", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/numbers\?sort=-people$/);
  await expect(rows).toHaveCount(4);
  await page.goto("/admin/numbers");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(overflow), `${width} px`).toBeLessThanOrEqual(0);
  }
});

test("numbers come page by page @nojs", async ({ page, company, login }) => {
  for (let at = 1; at <= 26; at++) await company.number({ label: `Line ${at}` });
  await login(page, company.ana);
  await page.goto("/admin/numbers");
  await expect(page.getByText("1–25 of 26")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("26–26 of 26")).toBeVisible();
  await expect(page.getByRole("main").getByRole("row").last()).toContainText("Line 26");
  await page.getByRole("link", { name: "50", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/numbers\?size=50$/);
  await expect(page.getByRole("main").getByRole("row")).toHaveCount(27);
});

test("groups are searched, filtered and sorted, all of it in the address @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const west = await company.group("West");
  await company.group("Store 10", west.id);
  const nine = await company.group("Store 9", west.id);
  await company.endUser({ groupId: nine.id });
  await login(page, company.ana);
  await page.goto("/admin/groups");
  await expect(page.getByRole("list", { name: "Groups", exact: true })).toContainText("Store 9");
  await axe(page);
  const found = page.getByRole("list", { name: "Groups found" });
  await page.getByRole("searchbox", { name: "Search groups" }).fill("store");
  await page.getByRole("searchbox", { name: "Search groups" }).press("Enter");
  await expect(page).toHaveURL(/\/admin\/groups\?search=store/);
  await expect(found.getByRole("link")).toHaveText(["Store 9", "Store 10"]);
  await page.getByLabel("Sort").selectOption("Fewest people");
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/sort=people/);
  await expect(found.getByRole("link")).toHaveText(["Store 10", "Store 9"]);
  await page.getByLabel("People").selectOption("With people");
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/people=some/);
  await expect(found.getByRole("link")).toHaveText(["Store 9"]);
  await axe(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(overflow), `${width} px`).toBeLessThanOrEqual(0);
  }
  await page.goto("/admin/groups?kind=location");
  await expect(page.getByText("No group found", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Clear search and filters" }).click();
  await expect(page.getByRole("list", { name: "Groups", exact: true })).toContainText("Store 10");
});

test("arrows go from row to row of numbers, and of groups however their branches hang", async ({
  page,
  company,
  login,
}) => {
  const west = await company.group("West");
  await company.group("Harbour", west.id);
  for (const label of ["Desk 9", "Desk 10"]) await company.number({ label });
  await login(page, company.ana);
  await page.goto("/admin/numbers");
  const [first, second] = [page.getByRole("row").nth(1), page.getByRole("row").nth(2)];
  await first.getByRole("link").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(second.getByRole("link").first()).toBeFocused();
  await second.getByRole("link").last().focus();
  await page.keyboard.press("ArrowUp");
  await expect(first.getByRole("link").first()).toBeFocused();
  await page.goto("/admin/groups");
  await page.getByRole("link", { name: "Main Group", exact: true }).focus();
  for (const name of ["West", "Harbour"]) {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("link", { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "West", level: 1 })).toBeVisible();
});
