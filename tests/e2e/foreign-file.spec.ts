import { expect, test } from "@/tests/support/fixtures";

test("a list from another program is read by its columns, which can be changed, and who has left waits @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const at = Date.now();
  const text = [
    "First Name [Required];Email Address [Required];Password [Required];Recovery Email;Status [READ ONLY];Department",
    `Zo\xeb;zoe.${at}@file.example;hunter2;zoe@home.example;Active;Silva`,
    `Bo;bo.${at}@file.example;hunter2;bo@home.example;Suspended;Li`,
  ].join("\r\n");
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  const file = { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(text, "latin1") };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "1 will be invited; 1 will not" })).toBeVisible();
  await axe(page);
  const chosen = (heading: string) => page.getByLabel(heading, { exact: true }).locator("option:checked");
  await expect(chosen("Email Address [Required]")).toHaveText("Email");
  await expect(chosen("Recovery Email")).toHaveText("Not read");
  await expect(chosen("Status [READ ONLY]")).toHaveText("Who has left");
  await expect(page.getByText("hunter2")).toHaveCount(0);
  await expect(page.getByText("this file does not say which alphabet it is in")).toBeVisible();

  await page.getByLabel("Department", { exact: true }).selectOption({ label: "Last Name" });
  await page.getByRole("button", { name: "Update preview" }).click();
  await expect(page.getByRole("row", { name: `zoe.${at}` })).toContainText("Zoë Silva");
  const tick = page.getByRole("row", { name: `bo.${at}` }).getByLabel("Include anyway");
  await tick.check();
  await tick.press("Enter");
  await expect(page.getByRole("heading", { name: "2 will be invited" })).toBeVisible();
  await page.getByRole("button", { name: "Send Invite" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "2 invitations sent" })).toBeVisible({ timeout: 500 });
  }).toPass();
});
