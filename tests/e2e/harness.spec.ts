import { expect, test } from "@/tests/support/fixtures";

test("health @nojs", async ({ page, axe }) => {
  await page.goto("/login");
  await axe(page);
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
});
test("logged in @nojs", async ({ page, login, company, openPage }) => {
  await login(page, company.ana);
  const answer = await page.goto("/admin/users");
  expect(answer?.status()).toBe(200);
  const other = await openPage(await company.endUser());
  const answer2 = await other.goto("/admin/users");
  expect(answer2?.status()).toBe(404);
});
