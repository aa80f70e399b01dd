import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("a company's own field is added, filled in at a contact, renamed and removed @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  const { contactId } = await makeTalk({ line, name: "Abe Castle" });
  await login(page, company.ana);
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Contact fields" }).click();
  await expect(page.getByRole("heading", { name: "Contact Fields", exact: true })).toBeVisible();
  await expect(page.getByText("No fields of your own yet")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "+ Add Field" }).click();
  await page.getByLabel("Name", { exact: true }).fill("first name");
  await page.getByRole("button", { name: "Add Field" }).click();
  await expect(page.getByText("Every contact has that already.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("first name");
  await axe(page);
  await page.getByLabel("Name", { exact: true }).fill("Plan");
  await page.getByRole("button", { name: "Add Field" }).click();
  await expect(page.getByText("Plan is added.")).toBeVisible();
  await axe(page);

  await page.goto(`/contacts/${contactId}`);
  await page.getByLabel("Plan", { exact: false }).fill("Gold");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(`/contacts/${contactId}`);
  await expect(page.getByLabel("Plan", { exact: false })).toHaveValue("Gold");
  await axe(page);

  await page.goto("/contacts/fields");
  await page.getByRole("link", { name: "Edit Plan" }).click();
  await expect(page.getByText("1 contact has a value.").first()).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Tariff");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Tariff", exact: true })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Are you sure you want to remove Tariff?" });
  await question.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Tariff is removed.")).toBeVisible();
  await page.goto(`/contacts/${contactId}`);
  await expect(page.getByLabel("Notes", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Tariff", { exact: false })).toHaveCount(0);
});

test("a column that nobody knows becomes a field with the import, and a campaign says it @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  await login(page, await company.admin({ lines: [line] }));
  await page.goto("/contacts/import");
  await page.getByLabel("Rows").fill("First Name,Phone,Custom,Group\nNora,+14155550130,Gold,Regulars");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByLabel("Custom", { exact: true }).selectOption({ label: "New field" });
  await page.getByRole("button", { name: "Update preview" }).click();
  await expect(page.getByText("A field is added for all contacts with Import: Custom.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Pasted rows are imported" })).toBeVisible();
  await page.getByRole("link", { name: "See the contacts" }).click();
  await page.getByRole("link", { name: "Nora" }).click();
  await expect(page.getByLabel("Custom", { exact: false })).toHaveValue("Gold");

  await page.goto("/campaigns/new");
  await expect(page.getByText("{Custom|…}")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Spring sale");
  await page.getByLabel("Regulars").check();
  await page.getByLabel("Message", { exact: true }).fill("You have {Colour|red}");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText("There is no field {Colour|red}.")).toBeVisible();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("You have {Colour|red}");
  await page.getByLabel("Message", { exact: true }).fill("You have {custom}");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("heading", { name: "Spring sale" })).toBeVisible();
  await page.goto("/contacts/fields");
  await page.getByRole("link", { name: "Edit Custom" }).click();
  await expect(page.getByRole("link", { name: "Spring sale" })).toBeVisible();
  await axe(page);
});
