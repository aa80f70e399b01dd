import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeCompany } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { endSessions, expectNewUser, fillNewUser, LOGGED_OUT, submit } from "@/tests/support/forms/new-user-form";
import { logIn } from "@/tests/support/outside";

const UPDATED = "Lineup was updated. Send it again.";

const peopleCalled = (email: string) => writeDb.select().from(users).where(eq(users.email, email));

/** As from a page of another version: no server knows the actions of its forms. */
async function forgetActions(page: Page, withScript: boolean | undefined) {
  if (withScript)
    return page.route("**", (route) => {
      const headers = route.request().headers();
      const id = headers["next-action"];
      if (!id) return route.fallback();
      return route.fallback({ headers: { ...headers, "next-action": id.replace(/^(..).{8}/, "$1ffffffff") } });
    });
  await page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name^="$ACTION_"]'))
      input.value = input.value.replace(/"id":"(\w\w)\w{8}/, '"id":"$1ffffffff');
  });
}

test("what was typed before the session ended is back after logging in, and is sent @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const email = `ines.${company.accountId.slice(-8)}@north.example`;
  await login(page, company.ana);
  await fillNewUser(page, email);
  await endSessions(company.ana);
  await submit(page);
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, company.ana.email);
  await expect(page).toHaveURL("/admin/users/new");
  await expect(page.getByText(LOGGED_OUT)).toBeVisible();
  await expectNewUser(page, email);
  await axe(page);
  expect(await peopleCalled(email)).toEqual([]);
  await submit(page);
  await expect(page.getByText(`Welcome email sent to ${email}`)).toBeVisible();
  expect(await peopleCalled(email)).toHaveLength(1);
  await page.goto("/admin/users/new");
  await expect(page.getByLabel("First Name")).toHaveValue("");
  await expect(page.getByText(LOGGED_OUT)).toBeHidden();
});

test("with the cookie gone it is the same, and nobody else finds it @nojs", async ({ page, company, login }) => {
  const [email, other] = [`ines.${company.accountId.slice(-8)}@north.example`, await company.admin()];
  await login(page, company.ana);
  await fillNewUser(page, email);
  await page.context().clearCookies();
  await submit(page);
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, other.email);
  await expect(page).toHaveURL("/admin/users/new");
  await expect(page.getByLabel("First Name")).toHaveValue("");
  await expect(page.getByText(LOGGED_OUT)).toBeHidden();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page).toHaveURL("/login");
  await page.goto("/login?next=/admin/users/new");
  await logIn(page, company.ana.email);
  await expect(page.getByText(LOGGED_OUT)).toBeVisible();
  await expectNewUser(page, email);
});

test("ticks and choices come back, too: a person's page @nojs", async ({ page, company, login }) => {
  const lines = [await company.number({ label: "West" }), await company.number({ label: "East" })];
  const ben = await company.endUser({ lines });
  await login(page, company.ana);
  await page.goto(`/admin/users/${ben.memberId}`);
  await page.getByLabel("First Name").fill("Benedikt");
  await page.getByRole("checkbox", { name: /East/ }).uncheck();
  await page.getByRole("checkbox", { name: "Reports" }).uncheck();
  await endSessions(company.ana);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, company.ana.email);
  await expect(page.getByText(LOGGED_OUT)).toBeVisible();
  await expect(page.getByLabel("First Name")).toHaveValue("Benedikt");
  await expect(page.getByRole("checkbox", { name: /West/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /East/ })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Reports" })).not.toBeChecked();
});

test("of two forms on a page only the one that was sent gets it back @nojs", async ({ page, company, login }) => {
  const group = await company.group("West");
  await login(page, company.ana);
  await page.goto(`/admin/groups/${group.id}`);
  await page.getByLabel("Name", { exact: true }).fill("West Coast");
  await endSessions(company.ana);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, company.ana.email);
  await expect(page.getByText(LOGGED_OUT)).toHaveCount(1);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("West Coast");
});

test("a file has to be chosen anew, and that is said @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  await page.locator('input[type="file"]').setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("email\nida@cedar.example\n"),
  });
  await endSessions(company.ana);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, company.ana.email);
  await expect(page.getByText(`${LOGGED_OUT} Choose the file anew`)).toBeVisible();
});

test("a button that was pressed too late is told of @nojs", async ({ page, company, login }) => {
  const ben = await company.pending();
  await login(page, company.ana);
  await page.goto(`/admin/users/${ben.memberId}`);
  await endSessions(company.ana);
  await page.getByRole("button", { name: "Resend invitation" }).first().click();
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, company.ana.email);
  await expect(page.getByText("You were logged out before this was done.")).toBeVisible();
});

test("a form that was made for somebody else is refused, and keeps what was typed @nojs", async ({
  page,
  company,
  login,
}) => {
  const [email, cara] = [`ines.${company.accountId.slice(-8)}@north.example`, await company.admin()];
  await login(page, company.ana);
  await fillNewUser(page, email);
  await page.context().clearCookies();
  await login(page, cara);
  await submit(page);
  await expect(page.getByText(`Somebody else is logged in here now (${cara.name}). Nothing was saved.`)).toBeVisible();
  await expectNewUser(page, email);
  expect(await peopleCalled(email)).toEqual([]);

  // One press makes way for whoever opened the page, and for nobody else.
  await page.getByRole("button", { name: "Log out and let them log in" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  await logIn(page, company.ana.email);
  await expect(page.getByText("Somebody else was logged in here when you sent this.")).toBeVisible();
  await expectNewUser(page, email);
  await submit(page);
  await expect(page.getByText(`Welcome email sent to ${email}`)).toBeVisible();
});

test("where its page does not exist for who is here now, that is said all the same @nojs", async ({
  company,
  openPage,
  login,
}) => {
  const page = await openPage(company.ana);
  const email = `ines.${company.accountId.slice(-8)}@north.example`;
  await fillNewUser(page, email);
  await page.context().clearCookies();
  const ben = await company.endUser();
  await login(page, ben);
  await submit(page);
  const said = page.getByText(`Somebody else is logged in here now (${ben.name}). Nothing was saved.`);
  await expect(said.or(page.getByRole("heading", { name: "Not found" }))).toBeVisible();
  if (!(await said.isVisible())) await page.goto("/settings/profile");
  await expect(said).toBeVisible();
  expect(await peopleCalled(email)).toEqual([]);
});

test("a form of one company is not sent in another @nojs", async ({ page, company, login }) => {
  const other = await makeCompany();
  const there = await other.guest(company.ana, { role: "admin" });
  const email = `ines.${company.accountId.slice(-8)}@north.example`;
  await login(page, company.ana);
  await fillNewUser(page, email);
  await page.context().clearCookies();
  await login(page, there);
  await submit(page);
  await expect(page.getByText(`You are in ${other.name} here now. Nothing was saved.`)).toBeVisible();
  await expectNewUser(page, email);
  expect(await peopleCalled(email)).toEqual([]);
});

test("a form that was open during an update comes back filled in, and is sent @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const email = `ines.${company.accountId.slice(-8)}@north.example`;
  await login(page, company.ana);
  await fillNewUser(page, email);
  await forgetActions(page, javaScriptEnabled);
  await submit(page);
  await expect(page.getByText(UPDATED)).toBeVisible();
  await expect(page).toHaveURL("/admin/users/new");
  await expectNewUser(page, email);
  expect(await peopleCalled(email)).toEqual([]);
  await page.unroute("**");
  await submit(page);
  await expect(page.getByText(`Welcome email sent to ${email}`)).toBeVisible();
});

test("a login during an update keeps the name, never the password @nojs", async ({
  page,
  company,
  javaScriptEnabled,
}) => {
  await page.goto("/login?next=%2Fadmin%2Fusers%2Fnew");
  await forgetActions(page, javaScriptEnabled);
  await logIn(page, company.ana.email);
  await expect(page.getByText(UPDATED)).toBeVisible();
  await expect(page.getByLabel("Username or email")).toHaveValue(company.ana.email);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await page.unroute("**");
  await logIn(page, company.ana.email);
  await expect(page).toHaveURL("/admin/users/new");
});

test("a button during an update is told of @nojs", async ({ page, company, login, javaScriptEnabled }) => {
  const ben = await company.pending();
  await login(page, company.ana);
  await page.goto(`/admin/users/${ben.memberId}`);
  await forgetActions(page, javaScriptEnabled);
  await page.getByRole("button", { name: "Resend invitation" }).first().click();
  await expect(page.getByText(UPDATED)).toBeVisible();
});
