import type { Page } from "@playwright/test";
import type { Company } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

const keptFocus = async (page: Page, after: string) =>
  expect(await page.evaluate(() => document.activeElement?.tagName), `focus after ${after}`).not.toBe("BODY");

const isFocusInSight = () => {
  const { top = -1, bottom = -1 } = document.activeElement?.getBoundingClientRect() ?? {};
  return bottom > 0 && top < innerHeight;
};

const named = (company: Company, ...names: string[]) => Promise.all(names.map((name) => company.endUser({ name })));

test("the list is searched while typing, and the caret stays where it is", async ({ page, company, login }) => {
  await named(company, "Ruth Ortiz", "Rufus Novak", "Cara Diaz");
  await login(page, company.ana);
  await page.goto("/admin/users?size=50");
  await page.locator("body").press("/");
  const search = page.getByLabel("Search users");
  await expect(search).toBeFocused();
  await page.keyboard.type("ru");
  await expect(page).toHaveURL(/search=ru/);
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.keyboard.type("th o");
  await expect(page).toHaveURL(/search=ruth\+o/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("1 user", { exact: true }).first()).toBeAttached();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("ruth o");
  await page.keyboard.press("Enter");
  await expect(search).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/\/admin\/users\?size=50$/);
  await expect(search).toHaveValue("");
  await expect(page.getByRole("row")).toHaveCount(5);
});

test("arrow keys look through a filter, and it counts when the keyboard leaves it", async ({
  page,
  company,
  login,
}) => {
  await login(page, company.ana);
  await page.goto("/admin/users");
  const role = page.getByLabel("Role", { exact: true });
  await role.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(role).toHaveValue("end-user");
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(role).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page).toHaveURL(/role=end-user/);
  await expect(page.getByRole("heading", { name: "Nobody found" })).toBeVisible();
  await keptFocus(page, "a filter by keyboard");
  await expect(page.getByLabel("Group", { exact: true })).toBeFocused();
});

test("arrows go from row to row, Space ticks, Shift takes all between, Enter opens", async ({
  page,
  company,
  login,
}) => {
  const [ben, cara, dev] = await named(company, "Ben Ortiz", "Cara Novak", "Dev Patel");
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Ana Silva", exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: ben?.name ?? "", exact: true })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByLabel("Select Ben Ortiz")).toBeChecked();
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  for (const { name } of [ben, cara, dev].flatMap((person) => person ?? []))
    await expect(page.getByLabel(`Select ${name}`)).toBeChecked();
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByLabel("Select Dev Patel").focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByLabel("Select Cara Novak")).toBeFocused();

  // What can be done with them is the next stop after the row.
  await page.getByRole("link", { name: "Actions for Ben Ortiz" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("All 4 that match")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("link", { name: "Actions for Ben Ortiz" })).toBeFocused();

  await page.getByRole("button", { name: "Clear selection" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 selected")).toHaveCount(0);
  await keptFocus(page, "Clear selection");
  await page.getByRole("link", { name: "Cara Novak", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Cara Novak", level: 1 })).toBeVisible();
});

test("Enter opens the row also from its box, and in the boxes above and below presses nothing", async ({
  page,
  company,
  login,
}) => {
  await named(company, "Ben Ortiz", "Cara Novak");
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByLabel("Select Ben Ortiz").check();
  for (const box of ["Select all on this page", "All 3 that match"]) {
    await page.getByLabel(box).focus();
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.getByLabel("Select Cara Novak").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Cara Novak", level: 1 })).toBeVisible();
});

test("who is chosen stays chosen over pages and searches", async ({ page, company, login }) => {
  for (let at = 10; at < 40; at++) await company.endUser({ name: `Person ${at}` });
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByLabel("Select Person 10").click();
  await page.getByLabel("Select Person 12").click({ modifiers: ["Shift"] });
  await page.getByRole("link", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/after=/);
  await keptFocus(page, "Next");
  // No page follows, so that Next is gone, and the list begins at its top.
  await expect(page.getByRole("link", { name: "Next" })).toHaveCount(0);
  await expect.poll(() => page.evaluate(isFocusInSight)).toBe(true);
  await page.getByLabel("Select Person 39").check();
  await expect(page.getByText("4 selected")).toBeVisible();
  await page.getByLabel("Search users").fill("ana silva");
  await expect(page).toHaveURL(/search=ana/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByLabel("Search users").fill("");
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByLabel("Select Person 11")).toBeChecked();
  await expect(page.getByText("4 selected")).toBeVisible();
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("heading", { name: "Disable 4 users?" })).toBeVisible();
});

test("what is cut in a row is whole on the screen while the row has the focus", async ({ page, company, login }) => {
  const email = "maximiliane.oberhauser.harbour@northern-harbour-dental.example";
  await company.endUser({ name: "Ben Ortiz", email });
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Ana Silva", exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("div").filter({ hasText: new RegExp(`^${email}`) })).toBeVisible();
});

test("a pause after a space loses neither the space nor what is typed next", async ({ page, company, login }) => {
  await company.endUser({ name: "Ben Ortiz" });
  await company.endUser({ name: "Ben Silva" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const search = page.getByLabel("Search users");
  await search.pressSequentially("ben ");
  await expect(page).toHaveURL(/search=ben\+$/);
  await expect(page.getByRole("row")).toHaveCount(3);
  await expect(search).toHaveValue("ben ");
  await search.pressSequentially("o");
  await expect(page).toHaveURL(/search=ben\+o$/);
});
