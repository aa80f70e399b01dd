import { readFileSync } from "node:fs";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

const FILE = [
  "Vorname;Nachname;Handy;Firma",
  "Nora;Öberg;(415) 555-0130;Castle",
  "Olivia;;415-555-0131;Bakery",
  "Otto;;+14155550133;",
  "Kurz;;4,41E+11;",
  "Nora;Again;4155550130;",
].join("\r\n");

test("a file of another program is previewed, its columns chosen, imported, and its rejects come back @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  await makeTalk({ line, name: "Olive Grant", phone: "+14155550131" });
  await login(page, company.ana);
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Import Contacts" }).click();
  await expect(page.getByRole("heading", { name: "Import Contacts", exact: true })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByLabel("CSV file")).toHaveAccessibleDescription(/Choose a file, or paste rows\./);

  await page.getByLabel("These people agreed to get texts").check();
  const file = { name: "kunden.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByLabel("How they agreed")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("How they agreed").fill("Form at the desk");
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "2 new, 1 changes; 2 are not taken in" })).toBeVisible();
  await axe(page);
  await expect(page.getByRole("row").filter({ hasText: "Olivia" })).toContainText("Changes");
  await expect(page.getByRole("row").filter({ hasText: "Olivia" })).toContainText("First Name: Olive → Olivia");
  await expect(page.getByRole("row").filter({ hasText: "Kurz" })).toContainText("a spreadsheet program shortened");
  await expect(page.getByRole("row").filter({ hasText: "Again" })).toContainText("Twice in the file");
  await expect(page.getByLabel("Handy", { exact: true })).toHaveValue("2:phone");

  await page.getByLabel("Firma", { exact: true }).selectOption("3:notes");
  await page.getByRole("button", { name: "Update preview" }).click();
  await expect(page.getByText("The list is read as you chose. Look it over.")).toBeVisible();
  await expect(page.getByLabel("Firma", { exact: true })).toHaveValue("3:notes");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download rejected rows" }).click(),
  ]);
  const rejects = readFileSync(await download.path(), "utf8");
  expect(rejects).toContain("First Name,Last Name,Phone Number");
  expect(rejects.split("\r\n").filter(Boolean)).toHaveLength(3);

  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "kunden.csv is imported" })).toBeVisible();
  await expect(page.getByText("2 were not taken in.")).toBeVisible();
  await expect(page.getByText("The list is read as you chose. Look it over.")).toHaveCount(0);
  await axe(page);
  await page.getByRole("link", { name: "See the contacts" }).click();
  await page.getByRole("link", { name: "Olivia Grant" }).click();
  await expect(page.getByLabel("Notes", { exact: true })).toHaveValue("Bakery");
  await expect(page.getByRole("list", { name: "Consent" })).toContainText("Form at the desk");
});

test("who has opted out is left out, and included by hand gets a new name and no texts @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  await makeTalk({ line, name: "Otto Stop", phone: "+14155550133" });
  await login(page, company.ana);
  await page.goto("/contacts");
  await page.getByLabel("Select Otto Stop").check();
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await page.getByLabel("Reason", { exact: true }).fill("Said so");
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByText("1 contact gets no texts any more.")).toBeVisible();
  await page.goto("/contacts/import");
  await page.getByLabel("Rows").fill("Name\tPhone\nOttilie Stop\t+14155550133\nNora Quist\t+14155550134");
  await page.getByRole("button", { name: "Preview" }).click();
  const row = page.getByRole("row").filter({ hasText: "Ottilie" });
  await expect(row).toContainText("Opted out");
  await row.getByLabel("Include anyway").check();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Pasted rows are imported" })).toBeVisible();
  await page.goto("/contacts?texts=opted-out");
  await expect(page.getByRole("link", { name: "Ottilie Stop" })).toBeVisible();
});
