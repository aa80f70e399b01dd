import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, test } from "@/tests/support/fixtures";

/** As from a page that leads there: nobody follows such a link but from an email. */
async function follow(page: Page, address: string) {
  const link = page.getByRole("link", { name: "Forgot password?" });
  await link.evaluate((anchor: HTMLAnchorElement, href) => {
    anchor.href = href;
  }, address);
  await link.click();
}

test("a page of a visitor that fails on the way says so in our look, with its event and the way on", async ({
  page,
  ownServer,
  axe,
  problems,
}) => {
  const { url, database, output } = await ownServer();
  const sql = postgres(database, { max: 1, onnotice: () => {} });
  problems.allow(/^exception: |^console: .*error/i);
  await page.goto(`${url}/login`);
  const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);

  await sql`alter table links rename to links_away`;
  await follow(page, "/reset-password?token=nobodys");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Something went wrong");
  await expect(page).toHaveTitle("Something went wrong · Lineup");
  const footer = page.getByRole("contentinfo");
  await expect(footer).toHaveText(/^Event id \d+$/);
  const [, event = "none"] = (await footer.textContent())?.match(/(\d+)$/) ?? [];
  await expect.poll(output).toContain(event);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toBe(font);
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 740 });
      await axe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  await expect(page.getByRole("link", { name: "Back to the portal" })).toHaveAttribute("href", "/");

  await sql`alter table links_away rename to links`;
  await page.getByRole("button", { name: "Try again" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link doesn't work");
  await expect(page.getByRole("link", { name: "Ask for another link" })).toBeVisible();
  await sql.end();
});
