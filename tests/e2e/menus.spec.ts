import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";

/** Right under what opened it, within the window, and over no part of it. */
async function expectUnder(page: Page, opened: Locator, button: Locator) {
  await expect(opened).toBeVisible();
  const [menu, under] = [await opened.boundingBox(), await button.boundingBox()];
  if (!menu || !under) throw new Error("one of them is not there");
  const gap = menu.y - (under.y + under.height);
  expect(gap, "below it").toBeGreaterThanOrEqual(0);
  expect(gap, "close to it").toBeLessThan(16);
  expect(menu.x, "within the window").toBeGreaterThanOrEqual(0);
  expect(menu.x + menu.width, "within the window").toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

for (const width of [360, 1280])
  test(`what a button opens stands under it at ${width} px @nojs`, async ({ page, company, login, axe }) => {
    await page.setViewportSize({ width, height: 800 });
    await login(page, company.ana);
    await page.goto("/admin/company");
    const isPhone = width < 640;
    if (isPhone) await page.getByRole("button", { name: "Menu", exact: true }).click();
    const own = page.getByRole("navigation").getByRole("button", { name: company.name });
    await own.click();
    await expectUnder(page, page.locator("#account-menu"), own);
    await axe(page);
    if (!isPhone) return;
    await company.number();
    await page.goto("/admin/numbers");
    const filters = page.getByRole("button", { name: "Filters" });
    await filters.click();
    await expectUnder(page, page.getByRole("group", { name: "Filters" }), filters);
    await axe(page);
    await page.goto("/contacts");
    const more = page.getByRole("button", { name: "More", exact: true });
    await more.click();
    await expectUnder(page, page.getByRole("link", { name: "Import Contacts" }).locator(".."), more);
    await axe(page);
  });

test("in a low window the whole navigation is there without scrolling it", async ({ page, company, login }) => {
  await login(page, company.ana);
  for (const height of [768, 800]) {
    await page.setViewportSize({ width: 1280, height });
    await page.goto("/admin/company");
    const logOut = page.getByRole("navigation").getByRole("button", { name: "Log out" });
    await expect(logOut).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("navigation").locator(".themes")).toBeInViewport({ ratio: 1 });
  }
});
