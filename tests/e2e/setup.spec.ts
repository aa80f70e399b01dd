import { PASSWORD } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { choosePassword } from "@/tests/support/outside";

test("the first company is made with the printed code, once @nojs", async ({ page, ownServer, axe }) => {
  const { url, output } = await ownServer();
  const printed = () => output().match(/Setup code\s+([0-9A-Z-]{23})/)?.[1] ?? "";
  await expect.poll(printed).not.toBe("");
  const code = printed();
  await page.goto(url);
  await expect(page).toHaveURL(`${url}/setup`);
  await axe(page);
  await expect(page.getByLabel("Company Name")).toBeFocused();
  await expect(page.locator('input[autocomplete="username"]')).toHaveCount(1);
  await expect(page.getByLabel("Username")).toHaveAttribute("autocomplete", "username");
  await page.getByRole("button", { name: "Create company" }).click();
  await expect(page.getByLabel("Company Name")).toHaveAccessibleDescription("Enter the company's name.");
  await page.getByLabel("Company Name").fill("Harbour Freight");
  await page.getByLabel("Time Zone").selectOption("Europe/Lisbon");
  await page.getByLabel("First Name").fill("Ana");
  await page.getByLabel("Last Name").fill("Silva");
  await page.getByLabel("Email Address").fill("ana@harbour.example");
  await page.getByRole("button", { name: "Create company" }).click();
  // The answer has come: what is typed before it is there belongs to the page before.
  await expect(page.getByLabel("Company Name")).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Username")).toHaveValue("ana");
  await page.getByLabel("Setup code").fill("wrong");
  await choosePassword(page, "Create company", PASSWORD);
  await expect(page.getByLabel("Setup code")).toHaveAccessibleDescription(/isn't the code/);
  await expect(page.getByLabel("Time Zone")).toHaveValue("Europe/Lisbon");
  await page.getByLabel("Setup code").fill(code.toLowerCase());
  await choosePassword(page, "Create company", PASSWORD);
  await expect(page).toHaveURL(`${url}/inbox`);
  await expect(page.getByText("You are Ana Silva in Harbour Freight, Admin.")).toBeVisible();
  await expect(page.getByRole("link", { name: "invite your colleagues" })).toBeVisible();
  expect((await page.goto(`${url}/setup`))?.status()).toBe(404);

  // This server has no provider, and no mailbox either.
  await page.goto(`${url}/admin/users/new`);
  await expect(page.getByText("Email is not set up, so nothing is sent.")).toBeVisible();
  await page.getByLabel("First Name").fill("Ben");
  await page.getByLabel("Last Name").fill("Ortiz");
  await page.getByLabel("Username").fill("ben.ortiz");
  await page.getByLabel("Email Address").fill("ben@harbour.example");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: "Ben Ortiz", level: 1 })).toBeVisible();
  await expect(page.getByText("Ben Ortiz is added. Email is not set up: copy the invitation link.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy invitation link" })).toBeVisible();
  await axe(page);

  // Nothing promises an email that nobody gets.
  const person = new URL(page.url()).pathname;
  for (const path of [person, ...PAGES_ABOUT_EMAIL]) {
    await page.goto(`${url}${path}`);
    await expect(page.locator("main")).not.toContainText(
      /welcome email|(gets?|by) (an )?email|we (have )?email|emails? them/i,
    );
  }
  await page.goto(`${url}/forgot-password`);
  await page.getByLabel("Username or email").fill("ana");
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByText("Email is not set up, so no reset link was sent.")).toBeVisible();
});

const PAGES_ABOUT_EMAIL = [
  "/admin/users",
  "/admin/users/new",
  "/admin/users/invite",
  "/settings/profile",
  "/settings/security",
  "/forgot-password",
  "/forgot-username",
];

test("where a company is, there is nothing to set up @nojs", async ({ page, company }) => {
  expect(company.accountId).toBeTruthy();
  expect((await page.goto("/setup"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
});
