import { expect, test } from "@/tests/support/fixtures";

test("an Admin changes company information @nojs", async ({ page, company, login, axe }) => {
  await login(page, company.ana);
  await page.goto("/admin/company");
  await expect(page).toHaveTitle("Company · Lineup");
  await expect(page.getByRole("heading", { name: "Company", exact: true })).toBeVisible();
  await axe(page);
  await page.getByLabel("Company Name").fill("  ");
  await page.getByLabel("Website").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Company Name")).toHaveAccessibleDescription("Enter the company's name.");
  await expect(page.getByLabel("Website")).toHaveAccessibleDescription(/Write it like https/);
  await expect(page.getByLabel("Website")).toHaveValue("javascript:alert(1)");

  await page.getByLabel("Company Name").fill("<b>Harbor</b> & Sons");
  await page.getByLabel("Address").fill("1 Pier Street");
  await page.getByLabel("Phone").fill("415-555-0134");
  await page.getByLabel("Website").fill("harbor.example");
  await page.getByLabel("Time Zone").selectOption("UTC");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Company information is saved.")).toBeVisible();
  await expect(page.getByLabel("Company Name")).toHaveValue("<b>Harbor</b> & Sons");
  await expect(page.getByLabel("Phone")).toHaveValue("(415) 555-0134");
  await expect(page.getByLabel("Website")).toHaveValue("https://harbor.example/");
});

test("of two Admins who edit at once the second is told, and keeps what they typed @nojs", async ({
  page,
  company,
  login,
  openPage,
}) => {
  await login(page, company.ana);
  const other = await openPage(await company.admin());
  for (const each of [page, other]) await each.goto("/admin/company");
  await page.getByLabel("Address").fill("1 Pier Street");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Company information is saved.")).toBeVisible();
  await other.getByLabel("Address").fill("2 Pier Street");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Somebody else changed this meanwhile.")).toBeVisible();
  await expect(other.getByLabel("Address")).toHaveValue("2 Pier Street");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Somebody else changed this meanwhile.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Address")).toHaveValue("1 Pier Street");
});

test("an End User finds no company information @nojs", async ({ page, company, login }) => {
  await login(page, await company.endUser());
  expect((await page.goto("/admin/company"))?.status()).toBe(404);
});
