import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";

async function open(page: Page, name: string) {
  await page.getByRole("link", { name: `Actions for ${name}` }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Change access" }).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: `Access of ${name}` });
  await expect(panel.getByLabel("Role", { exact: true })).toBeFocused();
  return panel;
}

const rowOf = (page: Page, email: string) => page.getByRole("row").filter({ hasText: email });

test("role, group, products and lines are changed beside the row, which says what changes first", async ({
  page,
  company,
  login,
  axe,
}) => {
  for (let at = 10; at < 34; at++) await company.endUser({ name: `Person ${at}` });
  const desk = await company.number();
  const ben = await company.endUser({ name: "Sam Ortiz", products: ["texting"] });
  await company.group("West");
  await login(page, company.ana);
  await page.goto("/admin/users?size=50");
  await page.getByLabel("Select Person 30").check();
  const panel = await open(page, "Sam Ortiz");
  const there = await page.evaluate(() => scrollY);
  expect(there).toBeGreaterThan(100);
  await axe(page);
  await expect(panel.getByRole("region", { name: "What changes" })).toHaveCount(0);
  await panel.getByLabel("Role", { exact: true }).selectOption({ label: "Admin" });
  await expect(panel.getByRole("region", { name: "What changes" })).toContainText("Gained");
  await panel.getByLabel("Group", { exact: true }).selectOption({ label: "West" });
  await panel.getByRole("checkbox", { name: "Chat" }).check();
  await panel.getByRole("group", { name: "Lines" }).getByRole("checkbox").check();
  await expect(panel.getByRole("region", { name: "What changes" })).toContainText("Product: Chat");
  await axe(page);
  await panel.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Sam Ortiz is saved." })).toBeVisible();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Actions for Sam Ortiz" })).toBeFocused();
  await expect(rowOf(page, ben.email)).toContainText("Admin · West");
  await expect(rowOf(page, ben.email)).toContainText("Texting, Chat");
  await expect(rowOf(page, ben.email).getByRole("link", { name: "1", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/users\?size=50$/);
  await expect(page.getByLabel("Select Person 30")).toBeChecked();
  expect(Math.abs((await page.evaluate(() => scrollY)) - there)).toBeLessThan(100);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Undone." })).toBeVisible();
  await expect(rowOf(page, ben.email)).not.toContainText("Admin · West");
  expect(desk.e164).not.toBe("");
});

test("it closes without a word, and tells what somebody else has changed meanwhile", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const ben = await company.endUser({ name: "Ben Ortiz" });
  const cara = await company.admin({ name: "Cara Novak" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const actions = page.getByRole("link", { name: "Actions for Ben Ortiz" });
  const panel = await open(page, "Ben Ortiz");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(actions).toBeFocused();
  await open(page, "Ben Ortiz");
  await panel.getByRole("button", { name: "Cancel" }).click();
  await expect(panel).toHaveCount(0);
  await expect(actions).toBeFocused();
  await open(page, "Ben Ortiz");
  await panel.getByLabel("Role", { exact: true }).selectOption({ label: "Viewer" });

  const other = await openPage(cara);
  await other.goto("/admin/users");
  const theirs = await open(other, "Ben Ortiz");
  await theirs.getByLabel("Role", { exact: true }).selectOption({ label: "Sender" });
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(other, ben.email)).toContainText("Sender");

  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByRole("alert")).toContainText("Somebody else changed this meanwhile. Nothing is saved.");
  await expect(panel.getByLabel("Role", { exact: true })).toHaveValue("viewer");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Actions for Ana Silva" }).click();
  await expect(page.getByRole("menuitem", { name: "Change access" })).toHaveCount(0);
});
