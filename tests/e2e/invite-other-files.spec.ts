import { expect, test } from "@/tests/support/fixtures";

const CARDS = [
  ...["BEGIN:VCARD", "VERSION:3.0", "N:Silva;Ana;;;", "EMAIL;TYPE=WORK:ana@cards.example", "TEL:+14155550101"],
  ...["NOTE:Role: Admin", "END:VCARD", "BEGIN:VCARD", "VERSION:4.0", "FN:Bo Li", "EMAIL:bo@cards.example", "END:VCARD"],
].join("\r\n");

const OBJECTS = {
  data: {
    users: [
      { profile: { firstName: "Ana", lastName: "Silva", email: "ana@cards.example" }, status: "ACTIVE" },
      { profile: { firstName: "Bo", lastName: "Li", email: "bo@cards.example" }, status: "ACTIVE" },
      { profile: { firstName: "Cy", lastName: "Yo", email: "cy@cards.example" }, status: "SUSPENDED" },
    ],
  },
};

test("contact cards name whom to invite, and give them nothing @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  await page.getByLabel("CSV file").setInputFiles({
    ...{ name: "people.vcf", mimeType: "text/vcard" },
    buffer: Buffer.from(CARDS),
  });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "2 will be invited" })).toBeVisible();
  const ana = page.getByRole("row", { name: "ana@cards.example" });
  await expect(ana).toContainText("Ana Silva");
  await expect(ana).toContainText("End User");
  await expect(page.getByRole("row", { name: "bo@cards.example" })).toContainText("Bo Li");
});

test("so does JSON, dropped in or pasted; of several lists it says so @nojs", async ({ page, company, login }) => {
  const json = JSON.stringify(OBJECTS, null, 2);
  const several = JSON.stringify({
    admins: [{ email: "ana@cards.example" }],
    members: [{ email: "bo@cards.example" }],
  });
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  const file = page.getByLabel("CSV file");
  const dropIn = (text: string) =>
    file.setInputFiles({ name: "users.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await dropIn(several);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(file).toHaveAccessibleDescription(/several lists of people in it: admins, members/);
  await dropIn(json);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "2 will be invited; 1 will not" })).toBeVisible();
  await expect(page.getByRole("row", { name: "ana@cards.example" })).toContainText("Ana Silva");
  await expect(page.getByRole("row", { name: "cy@cards.example" })).toContainText("SUSPENDED");
  await page.goto("/admin/users/invite");
  await page.getByLabel("Email addresses").fill(json);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: /2 will be invited/ })).toBeVisible();
  await expect(page.getByRole("row", { name: "bo@cards.example" })).toContainText("Bo Li");
});
