import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";

/** Also by the rules that axe leaves out unless they are asked for. */
async function strictly(page: Page, state: string) {
  const rules = { "target-size": { enabled: true }, "td-has-header": { enabled: true } };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ rules }).analyze();
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }));
  expect(found, state).toEqual([]);
}

test("the list keeps nobody out, whatever is open on it", async ({ page, company, login }) => {
  for (let at = 10; at < 36; at++) await company.group(`Group ${at}`);
  await company.endUser({ name: "Ben Ortiz" });
  await company.pending({ name: "Eva Quist" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  await strictly(page, "the list");
  await page.getByLabel("Select Ben Ortiz").check();
  await expect(page.getByRole("group", { name: "Selected users" })).toBeVisible();
  await strictly(page, "somebody selected");
  await page.getByRole("link", { name: "Actions for Eva Quist" }).click();
  await expect(page.getByRole("menu", { name: "Actions for Eva Quist" })).toBeVisible();
  await strictly(page, "a row's menu");
  await page.getByRole("menuitem", { name: "Copy invitation link" }).click();
  await expect(page.getByLabel("Invitation link")).toBeVisible();
  await strictly(page, "an invitation link");
  await page.keyboard.press("Escape");
  const group = page.getByRole("combobox", { name: "Group" });
  await group.click();
  await expect(page.getByRole("listbox", { name: "Choices" }).getByRole("option").first()).toBeVisible();
  await strictly(page, "the groups to filter by");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Ben Ortiz", exact: true }).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await strictly(page, "the shortcuts");
  await page.keyboard.press("Escape");
  await page.goto("/admin/users/bulk?act=disable&all=1");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Disable");
  await strictly(page, "a bulk act's question");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("nor does it with its filters unfolded", async ({ page, company, login }) => {
    await company.endUser({ name: "Ben Ortiz" });
    await login(page, company.ana);
    await page.goto("/admin/users");
    await strictly(page, "the list on a phone");
    await page.getByRole("button", { name: "Filters" }).click();
    await expect(page.getByLabel("Status", { exact: true })).toBeVisible();
    await strictly(page, "the filters");
  });
});

test("a screen reader has the list as a table of named cells, and is told what becomes of it", async ({
  page,
  company,
  login,
}) => {
  const ben = await company.endUser({ name: "Ben Ortiz" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const reader = await page.context().newCDPSession(page);
  const { nodes } = await reader.send("Accessibility.getFullAXTree");
  const said = nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value} ${name?.value}`);
  for (const heading of ["Name", "Email", "Username", "Role", "Products", "Lines", "Status", "Last login", "Actions"])
    expect(said, heading).toContain(`columnheader ${heading}`);
  expect(said.filter((words) => words.startsWith("row "))).toHaveLength(3);
  expect(said).toContain("checkbox Select Ben Ortiz");
  expect(said).toContain("link Actions for Ben Ortiz");
  expect(said).toContain("searchbox Search users");
  expect(said).toContain("combobox Status");
  const live = page.locator("[aria-live=polite]");
  await page.getByLabel("Search users").fill(ben.email);
  await expect(live.filter({ hasText: "1 user" })).toBeAttached();
  await page.getByLabel("Select Ben Ortiz").check();
  await expect(live.filter({ hasText: "1 selected" })).toBeAttached();
});
