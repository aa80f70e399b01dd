import type { Page } from "@playwright/test";
import { contactGroups } from "@/db/schema";
import { writeDb } from "@/db/write";
import { expect, test } from "@/tests/support/fixtures";
import { cutWords } from "@/tests/support/run/measure";

const WIDTHS = [360, 768, 1024, 1280, 1440, 1920];

const LISTS = {
  "/inbox": "?search=nobody",
  "/admin/numbers": "?people=none",
  "/admin/groups": "?kind=location",
  "/contacts": "?texts=allowed",
  "/contacts/groups": "?search=regulars",
  "/campaigns": "?state=draft",
  "/subscriptions": "?state=Open",
  "/admin/activity": "?action=member.disabled",
  "/admin/activity/emails": "?state=undecided",
  "/reports/messages": "?direction=in",
  "/reports/lines": "?person=ben",
};

/** Whether what clears the filters is there twice, or stands beside none of what is in its form. */
const isAlone = (page: Page) =>
  page.evaluate(() => {
    const [clear, again] = document.querySelectorAll("main search a");
    if (!clear || again) return again !== undefined;
    const middle = (element: Element) => element.getBoundingClientRect().top + element.clientHeight / 2;
    const { top, bottom } = clear.getBoundingClientRect();
    const others = document.querySelectorAll("main search :is(input, select, button)");
    return ![...others].some((other) => other.checkVisibility() && middle(other) > top && middle(other) < bottom);
  });

test("filters of every list say their words whole, and stick out of no window @nojs", async ({
  page,
  company,
  login,
}) => {
  const names = Array.from({ length: 24 }, (_, at) => `Harbour ${at}`);
  for (const name of names) await company.group(name);
  await writeDb.insert(contactGroups).values(names.map((name) => ({ accountId: company.accountId, name })));
  await company.number({ label: "Front desk" });
  await login(page, company.ana);
  const found: Record<string, unknown> = {};
  for (const [path, narrowed] of Object.entries(LISTS))
    for (const asked of [path, path + narrowed]) {
      await page.goto(asked);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const cut = await cutWords(page);
        if (cut.length > 0 || wider > 0) found[`${asked} at ${width}`] = [...cut, wider];
        if (asked !== path && (await isAlone(page)))
          found[`Clear of ${asked} at ${width}`] = "on a line of its own, or twice";
      }
    }
  expect(found).toEqual({});
});

test("on a phone filters that are asked for together fold, and what is wrong with them is seen @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  await company.endUser();
  await login(page, company.ana);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/reports/messages");
  await expect(page.getByLabel("Direction")).toBeHidden();
  await page.getByRole("button", { name: "Filters" }).click();
  await axe(page);
  await page.getByLabel("Direction").selectOption("in");
  await page.getByLabel("From").fill("2026-02-02");
  await page.getByLabel("To", { exact: true }).fill("2026-02-01");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(/direction=in/);
  await expect(page.getByText("Choose a day that is not before From.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Filters (3)" }).click();
  await expect(page.getByLabel("To", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Clear", exact: true }).click();
  await expect(page).toHaveURL(/\/reports\/messages$/);
});
