import type { Page } from "@playwright/test";
import { numberLabel } from "@/lib/numbers/format-number";
import { PASSWORD, unique } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { choosePassword, logIn, NEW_PASSWORD } from "@/tests/support/outside";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const told = (page: Page, words: string) => expect(page.getByText(words, { exact: true }).first()).toBeVisible();
const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 640;

async function find(page: Page, words: string) {
  await page.getByLabel("Search users").fill(words);
  await page.getByLabel("Search users").press("Enter");
  await page.waitForURL(/search=/);
}

/** From the list to somebody's page. */
async function open(page: Page, words: string, name: string) {
  await page.goto("/admin/users");
  await find(page, words);
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function logOut(page: Page) {
  if (isNarrow(page)) await press(page, "Menu");
  await press(page, "Log out");
  await told(page, "You are logged out.");
}

for (const width of [1280, 360])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 740 } });

    test("what an Admin does all day, from adding somebody to finding their deletion in history @nojs", async ({
      page,
      company,
      mail,
      javaScriptEnabled,
    }) => {
      const [key, line, west] = [unique(), await company.number({ label: "Front desk" }), await company.group("West")];
      await company.endUser({ name: "Ben Ortiz" });
      const [ines, cy] = [`ines.${key}@harbour.example`, `cy.${key}@harbour.example`];
      await page.goto("/login");
      await logIn(page, company.ana.email);
      await expect(page).toHaveURL("/inbox");
      await page.goto("/admin/users");

      await page.getByRole("link", { name: "+ Add User" }).click();
      await expect(page.getByRole("heading", { name: "New User" })).toBeVisible();
      await page.getByLabel("First Name").fill("Ines");
      await page.getByLabel("Last Name").fill("Faro");
      await page.getByLabel("Username").fill(`ines.${key}`);
      await page.getByLabel("Email Address").fill(ines);
      await press(page, "Submit");
      await told(page, `Welcome email sent to ${ines}`);

      await page.getByRole("link", { name: "Invite Users" }).click();
      await expect(page.getByRole("heading", { name: "Invite Users" })).toBeVisible();
      await page.getByLabel("Email addresses").fill(`Bo Li <bo.${key}@harbour.example>, ${cy}\nnonsense`);
      await press(page, "Preview");
      await expect(page.getByRole("heading", { name: "2 will be invited; 1 will not" })).toBeVisible();
      await press(page, "Send Invite");
      await expect(async () => {
        await page.reload();
        await expect(page.getByRole("heading", { name: "2 invitations sent" })).toBeVisible({ timeout: 3000 });
      }).toPass();

      await open(page, ines, "Ines Faro");
      await press(page, "Resend invitation");
      await told(page, `Invitation sent again to ${ines}`);
      await page.getByRole("link", { name: "Access", exact: true }).click();
      await page.getByLabel("Role", { exact: true }).selectOption({ label: "Messaging Agent" });
      await page.getByLabel("Group", { exact: true }).selectOption(west.id);
      await page.getByRole("checkbox", { name: numberLabel(line) }).check();
      await press(page, "Save");
      if (!javaScriptEnabled) {
        await told(page, "Nothing is saved yet. See below what changes, then save again.");
        await press(page, "Save");
      }
      await told(page, "Ines Faro is saved.");
      await expect(page.getByRole("checkbox", { name: "Messaging Agent in West" })).toBeChecked();

      await open(page, "Ben Ortiz", "Ben Ortiz");
      await page.getByRole("radio", { name: "Disabled" }).check();
      await press(page, "Save");
      await told(page, "Ben Ortiz is saved.");
      await page.getByRole("radio", { name: "Active" }).check();
      await press(page, "Save");
      await expect(page.getByRole("radio", { name: "Active" })).toBeChecked();
      await press(page, "Reset Password");
      await expect(page.getByText(/^Password reset link sent to /)).toBeVisible();

      await page.goto("/admin/users");
      for (const name of ["Ines Faro", "Ben Ortiz"]) await page.getByLabel(`Select ${name}`).check();
      await press(page, "Disable");
      await expect(page.getByRole("heading", { name: "Disable 2 users?" })).toBeVisible();
      await press(page, "Disable");
      await told(page, "2 users are disabled.");
      await press(page, "Undo");
      await told(page, "Undone.");

      await open(page, ines, "Ines Faro");
      await press(page, "Delete");
      await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
      await told(page, "Ines Faro is deleted.");
      await page.goto("/admin/activity");
      if (width < 640) await press(page, "Filters");
      await page.getByLabel("Person").fill("Faro");
      await press(page, "Filter");
      await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("deleted Ines Faro");
      await logOut(page);
      expect((await mail.to(ines)).length).toBeGreaterThanOrEqual(2);
    });

    test("an invited person gets in, out, in again, and in without their password @nojs", async ({
      page,
      company,
      login,
      mail,
    }) => {
      const email = `cy.${unique()}@harbour.example`;
      await login(page, company.ana);
      await page.goto("/admin/users/invite");
      await page.getByLabel("Email addresses").fill(email);
      await press(page, "Preview");
      await press(page, "Send Invite");
      const link = await mail.linkFor(email, /\/welcome\?token=/);
      await page.context().clearCookies();

      await page.goto(link);
      await page.getByLabel("First Name").fill("Cy");
      await page.getByLabel("Last Name").fill("Young");
      await choosePassword(page, "Create password", PASSWORD, "something else 12");
      await expect(page.getByLabel("Confirm password")).toHaveAccessibleDescription("The passwords are not the same.");
      await expect(page.getByLabel("First Name")).toHaveValue("Cy");
      await choosePassword(page, "Create password", PASSWORD);
      await expect(page.getByRole("region", { name: `Welcome to ${company.name}` })).toContainText("You are Cy Young");
      await logOut(page);
      await logIn(page, email, PASSWORD);
      await expect(page).toHaveURL("/inbox");
      await logOut(page);

      await page.getByRole("link", { name: "Forgot password?" }).click();
      await expect(page.getByRole("heading", { name: "Forgot password" })).toBeVisible();
      await page.getByLabel("Username or email").fill(email);
      await press(page, "Send reset link");
      await told(page, "If that account exists, we have emailed a reset link.");
      await page.goto(await mail.linkFor(email, /\/reset-password\?token=/));
      await choosePassword(page, "Save password", NEW_PASSWORD);
      await logIn(page, email, NEW_PASSWORD);
      await expect(page).toHaveURL("/inbox");
    });
  });
