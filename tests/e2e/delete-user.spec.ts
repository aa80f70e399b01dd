import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("Delete asks, names what happens, and the person is gone @nojs", async ({
  page,
  company,
  login,
  openPage,
  axe,
}) => {
  const line = await company.number();
  const person = await company.endUser();
  await makeTalk({ line, claimedBy: person });
  const theirs = await openPage(person);
  await theirs.goto("/settings/profile");
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  await expect(page.getByText("1 claimed", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`Are you sure you want to permanently delete ${person.name}?`);
  await expect(dialog).toContainText("Conversations released: 1");
  await expect(dialog).toContainText("Messages kept: 0");
  await axe(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByText(`${person.name} is deleted.`)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: person.email })).toHaveCount(0);
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/login/);
  expect((await page.goto(`/admin/users/${person.memberId}`))?.status()).toBe(404);
});
