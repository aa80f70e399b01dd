import { expect, test } from "@/tests/support/fixtures";

test("an Admin sets Auto-Replace, and texts leave replaced @nojs", async ({ page, company, login, axe }) => {
  const line = await company.number({ label: "Front desk" });
  await login(page, company.ana);
  await page.goto("/admin/company");
  await page.getByRole("main").getByRole("link", { name: "Auto-Replace" }).click();
  await expect(page.getByRole("heading", { name: "Auto-Replace", exact: true })).toBeVisible();
  await axe(page);
  await page.getByRole("radio", { name: "What stands in the table" }).check();
  await page.getByRole("textbox", { name: "Table" }).fill("nothing of it");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Write “what = instead” in each line")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Table" })).toHaveValue("nothing of it");
  await axe(page);
  await page.getByRole("textbox", { name: "Table" }).fill("… = ...");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Auto-Replace is saved.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Table" })).toHaveValue("… = ...");
  await page.getByRole("radio", { name: "Every sign with its nearest" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Auto-Replace is saved.")).toBeVisible();

  await login(page, await company.endUser({ name: "Ben Ortiz", lines: [line] }));
  await page.goto("/inbox/new");
  await expect(page.getByText("Auto-Replace is on")).toBeVisible();
  await page.getByLabel("To", { exact: true }).fill("+1 415 555 0143");
  await page.getByLabel("Message", { exact: true }).fill("“Open” at 9…");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("list", { name: "Messages" }).getByText('"Open" at 9...')).toBeVisible();
  await expect(page.getByText("Auto-Replace is on")).toBeVisible();
  await axe(page);
});

test("as somebody writes, what becomes of what is shown, with what it saves", async ({ page, company, login }) => {
  const line = await company.number({ label: "Front desk" });
  await login(page, company.ana);
  await page.goto("/admin/auto-replace");
  await page.getByRole("radio", { name: "Every sign with its nearest" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Auto-Replace is saved.")).toBeVisible();
  await login(page, await company.endUser({ lines: [line] }));
  await page.goto("/inbox/new");
  await expect(async () => {
    await page.getByLabel("Message", { exact: true }).fill("");
    await page.getByLabel("Message", { exact: true }).fill(`“${"Come and see. ".repeat(9)}”`);
    await expect(page.getByText('“ becomes ", ” becomes ": 1 segment instead of 2')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(page.getByText("128 characters, 1 segment")).toBeVisible();
  await page.getByLabel("Message", { exact: true }).fill("Plain");
  await expect(page.getByText("5 characters, 1 segment")).toBeVisible();
  await expect(page.getByText("Auto-Replace is on")).toBeVisible();
});
