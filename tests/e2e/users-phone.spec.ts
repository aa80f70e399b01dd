import { emailTo } from "@/tests/support/emails";
import { expect, test } from "@/tests/support/fixtures";
import { cutWords, measure } from "@/tests/support/run/measure";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the first person stands high up, also where the list is narrowed, by a chip or a saved view @nojs", async ({
    page,
    company,
    login,
  }) => {
    for (let at = 0; at < 12; at++) await company.endUser({ name: `Person ${at}`, products: ["texting"] });
    await login(page, company.ana);
    const found: Record<string, number> = {};
    async function look(what: string) {
      const { firstRow, overflow } = await measure(page);
      found[what] = firstRow;
      expect(overflow, `wider than the window, ${what}`).toBeLessThanOrEqual(0);
      expect(await cutWords(page), what).toEqual([]);
    }
    for (const asked of [
      "",
      "?status=Active",
      "?search=person",
      "?search=person&status=Active&role=end-user&product=texting",
    ]) {
      await page.goto(`/admin/users${asked}`);
      await look(asked);
    }
    await page.getByLabel("View name").fill("Everybody at work");
    await page.getByRole("button", { name: "Save view" }).click();
    await expect(page.getByText("“Everybody at work” is saved.")).toBeVisible();
    await page.goto("/admin/users?search=person&status=Active&role=end-user&product=texting");
    await expect(page.getByRole("button", { name: "Remove view" })).toBeVisible();
    await look("a saved view");
    await emailTo(await company.pending());
    await page.goto("/admin/users");
    await expect(page.getByText("1 email could not be sent.")).toBeVisible();
    await look("an email that could not be sent");
    expect(Object.entries(found).filter(([, top]) => top > 260)).toEqual([]);
  });

  test("a message covers nothing of the page @nojs", async ({ page, company, login }) => {
    const person = await company.endUser({ name: "Cara Novak" });
    await login(page, company.ana);
    await page.goto(`/admin/users/bulk?act=disable&member=${person.memberId}`);
    await page.getByRole("button", { name: "Disable" }).click();
    const said = page.getByRole("status");
    for (const words of ["1 user is disabled.", "Undone."]) {
      await expect(said.filter({ hasText: words })).toBeVisible();
      const message = await said.filter({ hasText: words }).locator("..").boundingBox();
      const heading = await page.getByRole("heading", { level: 1, name: "Users" }).boundingBox();
      const invite = await page.getByRole("link", { name: "Invite Users" }).boundingBox();
      for (const below of [heading, invite])
        expect(below?.y, words).toBeGreaterThanOrEqual((message?.y ?? 0) + (message?.height ?? 0));
      if (words !== "Undone.") await page.getByRole("button", { name: "Undo" }).click();
    }
  });

  test("filters fold behind their button @nojs", async ({ page, company, login, javaScriptEnabled, axe }) => {
    const ben = await company.admin({ name: "Ben Ortiz" });
    await company.endUser();
    await login(page, company.ana);
    await page.goto("/admin/users");
    await expect(page.getByLabel("Role", { exact: true })).toBeHidden();
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByLabel("Role", { exact: true }).focus();
    await axe(page);
    await page.getByLabel("Role", { exact: true }).selectOption({ label: "Admin" });
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/role=admin/);
    await expect(page.getByRole("row")).toHaveCount(3);
    await expect(page.getByRole("row").filter({ hasText: ben.name })).toBeVisible();
    await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
    await page.getByRole("link", { name: "Clear" }).click();
    await expect(page).toHaveURL(/\/admin\/users$/);
  });
});
