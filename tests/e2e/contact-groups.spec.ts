import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("a contact group is added, filled from the list, filtered by, renamed and removed @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  for (const name of ["Abe Castle", "Bo Castle", "Cy Quist"]) await makeTalk({ line, name });
  await login(page, company.ana);
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Contact groups" }).click();
  await expect(page.getByRole("heading", { name: "Contact groups", exact: true })).toBeVisible();
  await expect(page.getByText("No contact groups yet")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "+ Add Group" }).click();
  await expect(page.getByRole("heading", { name: "New contact group" })).toBeVisible();
  await page.getByRole("button", { name: "Add Group" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name", { exact: true }).fill("Regulars");
  await page.getByRole("button", { name: "Add Group" }).click();
  await expect(page.getByText("Regulars is added.")).toBeVisible();
  await axe(page);

  await page.goto("/contacts");
  for (const name of ["Abe Castle", "Bo Castle"]) await page.getByLabel(`Select ${name}`).check();
  await page.getByRole("button", { name: "Add to group", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Add 2 contacts to a group?" })).toBeVisible();
  await axe(page);
  await page.getByLabel("Group", { exact: true }).selectOption("Regulars");
  await page.getByRole("button", { name: "Add to group", exact: true }).click();
  await expect(page.getByText("2 contacts added to Regulars.")).toBeVisible();
  await page.goto("/contacts/groups?search=lilies");
  await expect(page.getByText("No contact group found")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Clear search" }).click();
  await expect(page.getByRole("link", { name: "Regulars", exact: true })).toBeVisible();
  await page.getByLabel("Search contact groups").fill("regul");
  await page.getByLabel("Search contact groups").press("Enter");
  await page.waitForURL(/search=regul/);
  await page.getByRole("link", { name: "Regulars", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "Castle" })).toHaveCount(2);
  await expect(page.getByRole("row").filter({ hasText: "Cy Quist" })).toHaveCount(0);

  await page.getByRole("link", { name: "Abe Castle" }).click();
  await expect(page.getByRole("list", { name: "Groups" })).toContainText("Regulars");
  await page.getByRole("button", { name: "Remove from Regulars" }).click();
  await expect(page.getByText("In no group.")).toBeVisible();
  await axe(page);
  await page.goto("/contacts/groups");
  await page.getByRole("link", { name: "Edit Regulars" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Friends");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Friends", exact: true })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Are you sure you want to remove Friends?" });
  await question.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Friends is removed.")).toBeVisible();
});
