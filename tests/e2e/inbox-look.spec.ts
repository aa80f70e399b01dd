import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("of a conversation whose words are cut in the list, a title has the whole @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number({ label: "Front desk" });
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const words = "Can I bring my daughter on Thursday, too? She has been asking since the last time.";
  await makeTalk({ line, lines: [words] });
  await login(page, hana);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/inbox");
    const preview = page.getByRole("listitem").getByText(words.slice(0, 40));
    expect(await preview.evaluate((shown) => shown.scrollWidth > shown.clientWidth)).toBe(true);
    await expect(preview).toHaveAttribute("title", words);
  }
});

test("whoever has a conversation, its row shows whom it is with and stays in the list @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number({ label: "Appointments and Reminders for Orthodontics" });
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const name = "Wolfeschlegelsteinhausenbergerdorff Vandersteen-Van Cauwenberghe";
  const holder = await company.endUser({ name, lines: [line] });
  await makeTalk({ line, claimedBy: holder, name: "Marisol Vega" });
  await login(page, hana);
  for (const width of [360, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/inbox?view=all");
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, `at ${width}`).toBeLessThanOrEqual(0);
    const row = page.getByRole("listitem").filter({ hasText: "Marisol Vega" });
    const whom = row.getByText("Marisol Vega");
    expect(await whom.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBe(0);
    await expect(row.getByTitle(name)).toBeVisible();
    expect((await row.getByText(line.label).boundingBox())?.width).toBeGreaterThan(100);
  }
});

test("the tabs of a busy Inbox stand in one line @nojs", async ({ page, company, login }) => {
  const line = await company.number();
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto("/inbox");
  const tabs = page.getByRole("navigation", { name: "Conversations" }).getByRole("link");
  for (const width of [360, 900, 1024, 1180, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const boxes = await tabs.evaluateAll((links) => {
      for (const link of links) for (const count of link.children) count.textContent = "99+";
      return links.map((link) => link.getBoundingClientRect().toJSON());
    });
    expect(new Set(boxes.map(({ top }) => top)).size, `at ${width}`).toBe(1);
    for (const box of boxes) expect(box.width, `pressed at ${width}`).toBeGreaterThanOrEqual(24);
    await expect(tabs.last()).toBeInViewport();
    await expect(tabs.last()).toHaveAccessibleName("Done 99+");
  }
});
