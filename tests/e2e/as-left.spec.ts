import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("from a person back to the list as it was: by its link, Cancel, after a Save and a delete @nojs", async ({
  page,
  company,
  login,
}) => {
  for (let at = 10; at < 42; at++) await company.endUser({ name: `Person ${at}` });
  const list = /\/admin\/users\?search=person&sort=-name&after=/;
  await login(page, company.ana);
  await page.goto("/admin/users?search=person&sort=-name");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(list);
  const person = page.getByRole("link", { name: "Person 12", exact: true });
  const main = page.locator("main");
  await person.click();
  await main.getByRole("link", { name: "Users", exact: true }).click();
  await expect(page).toHaveURL(list);
  await person.click();
  await page.getByLabel("Last Name").fill("Twelve");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Person Twelve is saved.")).toBeVisible();
  await page.getByRole("link", { name: "Access", exact: true }).click();
  await expect(page).toHaveURL(/tab=access/);
  await main.getByRole("link", { name: "Cancel", exact: true }).click();
  await expect(page).toHaveURL(list);
  await page.getByRole("link", { name: "Person 13", exact: true }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.locator("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("Person 13 is deleted.")).toBeVisible();
  await expect(page).toHaveURL(list);
});

test("other lists too; and nobody else on this browser is led to what was looked for @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number({ label: "West" });
  await makeTalk({ line, name: "Olive Grant" });
  await login(page, company.ana);
  for (const [address, opened, back] of [
    ["/contacts?search=olive&sort=company", "Olive Grant", "Contacts"],
    ["/admin/numbers?search=west", /West|\(\d{3}\)/, "Numbers"],
    ["/admin/groups?search=main", /Main/, "Groups"],
  ] as const) {
    await page.goto(address);
    await page.locator("main").getByRole("link", { name: opened }).first().click();
    await expect(page).not.toHaveURL(new RegExp(address.replace("?", "\\?")));
    await page.locator("main").getByRole("link", { name: back, exact: true }).click();
    await expect(page).toHaveURL(address);
  }
  await page.goto("/admin/users?search=ana");
  const other = await company.admin();
  await page.context().clearCookies({ name: "lineup.session" });
  await login(page, other);
  await page.goto(`/admin/users/${company.ana.memberId}`);
  await page.locator("main").getByRole("link", { name: "Users", exact: true }).click();
  await expect(page).toHaveURL("/admin/users");
});
