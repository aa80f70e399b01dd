import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";

const keptFocus = async (page: Page, after: string) =>
  expect(await page.evaluate(() => document.activeElement?.tagName), `focus after ${after}`).not.toBe("BODY");

const said = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toContainText(words);

/** By keyboard alone, as the menu's script is there. */
async function choose(page: Page, name: string, act: string) {
  const menu = page.getByRole("menu", { name: `Actions for ${name}` });
  await expect(async () => {
    await page.getByRole("link", { name: `Actions for ${name}` }).focus();
    await page.keyboard.press("Enter");
    await expect(menu).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await menu.getByRole("menuitem", { name: act }).focus();
  await page.keyboard.press("Enter");
}

test("after an act the keyboard goes on at the row, or at the one in its place", async ({ page, company, login }) => {
  for (const name of ["Ben Ortiz", "Cara Novak", "Dev Patel"]) await company.endUser({ name });
  await company.pending({ name: "Eva Quist" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const actions = (name: string) => page.getByRole("link", { name: `Actions for ${name}` });
  await page.getByLabel("Select Dev Patel").check();
  await choose(page, "Ben Ortiz", "Disable");
  await said(page, "Ben Ortiz is disabled.");
  await expect(actions("Ben Ortiz")).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await said(page, "Undone.");
  await keptFocus(page, "Undo");
  await expect(page.getByLabel("Select Dev Patel")).toBeChecked();
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Undone.")).toHaveCount(0);
  await keptFocus(page, "Close");
  await choose(page, "Eva Quist", "Resend invitation");
  await said(page, "Invitation sent again");
  await expect(actions("Eva Quist")).toBeFocused();

  await page.goto("/admin/users?status=Active");
  await choose(page, "Ben Ortiz", "Disable");
  await said(page, "Ben Ortiz is disabled.");
  await expect(actions("Ben Ortiz")).toHaveCount(0);
  await expect(actions("Cara Novak")).toBeFocused();
  // Undo is many stops away from a row, and counts for ten seconds.
  await page.keyboard.press("z");
  await said(page, "Undone.");
  await expect(actions("Ben Ortiz")).toHaveCount(1);
  await expect(actions("Cara Novak")).toBeFocused();
});

test("back from a person the list is as it was left, and the keyboard where it was", async ({
  page,
  company,
  login,
}) => {
  for (let at = 10; at < 50; at++) await company.endUser({ name: `Person ${at}` });
  await login(page, company.ana);
  await page.goto("/admin/users?search=person&sort=-name&size=50");
  const person = page.getByRole("link", { name: "Person 12", exact: true });
  for (const back of ["Users", "Cancel"]) {
    await person.focus();
    const there = await page.evaluate(() => scrollY);
    expect(there).toBeGreaterThan(100);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Person 12" })).toBeVisible();
    await page.locator("main").getByRole("link", { name: back, exact: true }).click();
    await expect(page).toHaveURL(/search=person&sort=-name&size=50$/);
    await expect(person).toBeFocused();
    expect(Math.abs((await page.evaluate(() => scrollY)) - there)).toBeLessThan(20);
  }
});

test("nor is it lost after a bulk act or a delete", async ({ page, company, login }) => {
  for (const name of ["Ben Ortiz", "Cara Novak", "Dev Patel", "Eva Quist", "Fay Roux"]) await company.endUser({ name });
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByLabel("Select Ben Ortiz").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Disable" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Disable 1 user?" })).toBeVisible();
  await keptFocus(page, "a bulk act is chosen");
  await expect(page.getByRole("row")).toHaveText([/Name/, /Ben Ortiz/]);
  await page.getByRole("button", { name: "Disable" }).focus();
  await page.keyboard.press("Enter");
  await said(page, "1 user is disabled.");
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  await keptFocus(page, "a bulk act");
  await choose(page, "Cara Novak", "Delete");
  const dialog = page.getByRole("dialog", { name: "Are you sure" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Delete" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Delete" })).toBeFocused();
  await page.keyboard.press("Enter");
  await said(page, "Cara Novak is deleted.");
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  await keptFocus(page, "Delete");

  for (const name of ["Dev Patel", "Eva Quist"]) await page.getByLabel(`Select ${name}`).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Delete 2 users?" })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await said(page, "2 users are deleted.");
  await keptFocus(page, "a Delete of several");
  await expect(page.getByText("2 selected")).toHaveCount(0);
  await page.getByLabel("Select Fay Roux").check();
  await expect(page.getByText("1 selected")).toBeVisible();
  await expect(page.getByLabel("All 3 that match")).toBeVisible();
});

test("nor after anything else that is pressed on the list", async ({ page, company, login }) => {
  for (let at = 10; at < 38; at++) await company.endUser({ name: `Person ${at}` });
  await company.disabled({ name: "Dev Patel" });
  await company.pending({ name: "Eva Quist" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const link = (name: string) => page.getByRole("link", { name, exact: true });
  async function press(what: Locator, name: string, url: RegExp) {
    await what.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(url);
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await keptFocus(page, name);
  }
  await press(link("Next"), "Next", /after=/);
  await press(link("Previous"), "Previous", /users$|before=/);
  await press(link("Last"), "Last", /before=last/);
  await press(link("First"), "First", /users$/);
  await press(link("Email"), "a heading", /sort=email/);
  await press(link("50"), "how many a page", /size=50/);
  await press(
    page.getByRole("navigation", { name: "Which users" }).getByRole("link", { name: /^Active/ }),
    "a tab",
    /Active/,
  );
  await page.getByLabel("View name").fill("At work");
  await page.keyboard.press("Enter");
  await said(page, "“At work” is saved.");
  await keptFocus(page, "Save view");
  await page.getByRole("button", { name: "Remove view" }).focus();
  await page.keyboard.press("Enter");
  await said(page, "The view “At work” is removed.");
  await keptFocus(page, "Remove view");
  await press(link("Remove Active"), "a chip", /users\?sort=email&size=50$/);
  await page.goto("/admin/users?search=e&role=end-user");
  await press(link("Clear"), "Clear", /users$/);

  await page.goto("/admin/users?size=50");
  await choose(page, "Dev Patel", "Enable");
  await said(page, "Dev Patel is enabled.");
  await keptFocus(page, "Enable");
  await choose(page, "Person 12", "Reset Password");
  await said(page, "eset link");
  await keptFocus(page, "Reset Password");
  await choose(page, "Eva Quist", "Copy invitation link");
  await expect(page.getByLabel("Invitation link")).toBeFocused();
  await page.keyboard.press("Escape");
  await keptFocus(page, "Escape in the menu");
});
