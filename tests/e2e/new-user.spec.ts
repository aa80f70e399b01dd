import type { Page } from "@playwright/test";
import { unique } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

async function fill(page: Page, own: string) {
  await page.getByLabel("First Name").fill("Chiamaka");
  await page.getByLabel("Last Name").fill("Okafor");
  await page.getByLabel("Contact Number").fill("(415) 555-2671");
  await page.getByLabel("Username", { exact: true }).fill(`chiamaka.${own}`);
  await page.getByLabel("Email Address").fill(`chiamaka.${own}@harbour.example`);
}

test("an Admin adds a user, who gets a welcome email and creates a password @nojs", async ({
  page,
  company,
  login,
  mail,
  axe,
  openPage,
}) => {
  const desk = await company.number({ label: "Front desk" });
  const own = unique();
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "+ Add User" }).click();
  await expect(page.getByRole("heading", { name: "New User", level: 1 })).toBeVisible();
  await expect(page.getByLabel("Time Zone")).toHaveValue("America/Los_Angeles");
  await expect(page.getByRole("radio", { name: "End User" })).toBeChecked();
  await expect(page.getByText("Choose carefully; it cannot be changed later.", { exact: true })).toBeVisible();
  await axe(page);
  await fill(page, own);
  await page.getByLabel("Default Number").selectOption(desk.id);
  await page.getByLabel("Time Zone").selectOption("America/New_York");
  await page.getByRole("radio", { name: "Admin" }).check();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByText(`Welcome email sent to chiamaka.${own}@harbour.example`)).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Chiamaka Okafor" });
  await expect(row).toContainText("Pending");
  await expect(row).toContainText("Admin");
  await page.reload();
  await expect(page.getByText("Welcome email sent to")).toHaveCount(0);

  const invited = await openPage();
  await invited.goto(await mail.linkFor(`chiamaka.${own}@harbour.example`, /\/welcome\?token=/));
  await invited.getByLabel("Password", { exact: true }).fill("copper lantern forty winds");
  await invited.getByLabel("Confirm password").fill("copper lantern forty winds");
  await invited.getByRole("button", { name: "Create password" }).click();
  await expect(invited).not.toHaveURL(/\/welcome/);
  await page.goto(`/admin/users?search=${own}`);
  await expect(row).toContainText("Active");
});

test("all that is wrong is said at once, also that names are taken @nojs", async ({ page, company, login }) => {
  const [byName, pending] = [await company.endUser(), await company.pending()];
  await login(page, company.ana);
  await page.goto("/admin/users/new");
  await page.getByLabel("Contact Number").fill("555");
  await page.getByLabel("Username", { exact: true }).fill(byName.username ?? "");
  await page.getByLabel("Email Address").fill(pending.email);
  await page.getByRole("button", { name: "Submit" }).click();
  for (const [label, words] of [
    ["First Name", /^Enter a first or a last name\.$/],
    ["Contact Number", /whole phone number/],
    ["Username", /That username is taken/],
    ["Email Address", /is invited already/],
  ] as const)
    await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(words);
  await expect(page.getByRole("button", { name: "Resend invitation" })).toBeVisible();
});

test("what is wrong is said beside its field, and everything typed stays @nojs", async ({ page, company, login }) => {
  const taken = await company.endUser();
  await login(page, company.ana);
  await page.goto("/admin/users/new");
  await fill(page, unique());
  await page.getByLabel("Contact Number").fill("555");
  await page.getByLabel("Email Address").fill("not an address");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByLabel("Contact Number")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Email Address")).toHaveAccessibleDescription(/doesn't look like an email address/);
  await expect(page.getByLabel("First Name")).toHaveValue("Chiamaka");
  await page.getByLabel("Contact Number").fill("");
  await page.getByLabel("Username", { exact: true }).fill(taken.username?.toUpperCase() ?? "");
  await page.getByLabel("Email Address").fill(taken.email.toUpperCase());
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByLabel("Username", { exact: true })).toHaveAccessibleDescription(/taken/);
  await expect(page.getByLabel("Email Address")).toHaveAccessibleDescription(
    "Somebody with that email address can log in already.",
  );
});

test("a username follows the address, and the name before that, until somebody types one", async ({
  page,
  company,
  login,
}) => {
  await login(page, company.ana);
  await page.goto("/admin/users/new");
  await expect(page.getByRole("radio", { name: "End User" })).toBeChecked();
  const username = page.getByLabel("Username", { exact: true });
  await page.getByLabel("First Name").fill("Zoë");
  await page.getByLabel("Last Name").fill("Van Dam");
  await expect(username).toHaveValue("zoe.van.dam");
  await page.getByLabel("Email Address").fill("zoe@harbour.example");
  await expect(username).toHaveValue("zoe");
  await username.fill("zoe");
  await page.getByLabel("Email Address").fill("zo@harbour.example");
  await expect(username).toHaveValue("zoe");
  await username.fill("zvd");
  await page.getByLabel("Email Address").fill("zoe.van@harbour.example");
  await expect(username).toHaveValue("zvd");
});
