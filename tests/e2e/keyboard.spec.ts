import type { Page } from "@playwright/test";
import { unique } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

/** What has the focus, by the words that name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
    const words = at?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? at?.textContent ?? "";
    return words.replace(/\s+/g, " ").trim();
  });

/** Tab, until something of that name has the focus: nothing on a page may be further away than this. */
async function reach(page: Page, name: string | RegExp) {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press("Tab");
    const words = await focused(page);
    if (typeof name === "string" ? words === name : name.test(words)) return;
  }
  throw new Error(`${name} can't be reached by Tab on ${page.url()}`);
}

/** Where something that had the focus is gone, the keyboard goes on from the page's contents. */
const keptFocus = (page: Page, after: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName), `focus after ${after}`).not.toBe("BODY");

test("from inviting to deleting without a mouse", async ({ page, company, login }) => {
  const email = `kim.${unique()}@harbour.example`;
  await login(page, company.ana);
  await page.goto("/admin/users");
  await reach(page, "Invite Users");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Invite Users" })).toBeVisible();
  await reach(page, "Email addresses");
  await page.keyboard.type(email);
  await reach(page, "Preview");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/invite\/[0-9a-f-]{36}/);
  await keptFocus(page, "Preview");
  await reach(page, "Send Invite");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 invited")).toBeVisible({ timeout: 120_000 });
  await keptFocus(page, "Send Invite");

  await reach(page, "Users");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Users", exact: true })).toBeVisible();
  await reach(page, "Search users");
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search=/);
  await reach(page, email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: email })).toBeVisible();
  await reach(page, "Delete");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Are you sure you want to permanently delete ${email}?` });
  await expect(dialog).toBeVisible();
  await reach(page, "Delete");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: `${email} is deleted.` })).toBeVisible();
});
