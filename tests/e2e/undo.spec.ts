import { expect, test } from "@/tests/support/fixtures";

test("what a message says is taken back from it, and the message closes @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const person = await company.disabled({ name: "Cara Novak" });
  await login(page, company.ana);
  await page.goto(`/admin/users/bulk?act=enable&member=${person.memberId}`);
  await page.getByRole("button", { name: "Enable" }).click();
  const said = page.getByRole("status");
  await expect(said.filter({ hasText: "1 user is enabled." })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(said.filter({ hasText: "Undone." })).toBeVisible();
  await page.goto("/admin/users?status=Disabled");
  await expect(page.getByRole("row").filter({ hasText: person.email })).toBeVisible();
});

test("a message of the list closes, and comes back by no reload @nojs", async ({ page, company, login }) => {
  const person = await company.endUser({ name: "Cara Novak" });
  await login(page, company.ana);
  await page.goto(`/admin/users/bulk?act=disable&member=${person.memberId}`);
  await page.getByRole("button", { name: "Disable" }).click();
  const said = page.getByText("1 user is disabled.");
  await expect(said).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(said).toHaveCount(0);
});
