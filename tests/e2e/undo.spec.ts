import { eq, sql } from "drizzle-orm";
import { undos } from "@/db/schema";
import { writeDb } from "@/db/write";
import { expect, test } from "@/tests/support/fixtures";
import { statusOf } from "@/tests/support/rows";

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

test("what somebody has changed meanwhile, or was done too long ago, is not taken back, and it is said @nojs", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const person = await company.endUser({ name: "Cara Novak" });
  const other = await openPage(await company.admin());
  await login(page, company.ana);
  const disable = async () => {
    await page.goto(`/admin/users/bulk?act=disable&member=${person.memberId}`);
    await page.getByRole("button", { name: "Disable" }).click();
    await expect(page.getByText("1 user is disabled.")).toBeVisible();
  };
  await disable();
  await other.goto(`/admin/users/bulk?act=enable&member=${person.memberId}`);
  await other.getByRole("button", { name: "Enable" }).click();
  await expect(other.getByText("1 user is enabled.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Cara Novak has been changed since. Nothing was undone.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  expect(await statusOf(person)).toBe("Active");

  await disable();
  await writeDb
    .update(undos)
    .set({ at: sql`clock_timestamp() - interval '13 seconds'` })
    .where(eq(undos.memberId, company.ana.memberId));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("It is too late to undo this.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  expect(await statusOf(person)).toBe("Disabled");
});
