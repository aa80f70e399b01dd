import { unique } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

test("every detail of a user can be changed, but for the username @nojs", async ({ page, company, login, axe }) => {
  const [desk, recalls] = [await company.number({ label: "Front desk" }), await company.number({ label: "Recalls" })];
  const person = await company.endUser({ lines: [desk] });
  await login(page, company.ana);
  await page.goto(`/admin/users?search=${person.username}`);
  await page
    .getByRole("row")
    .filter({ hasText: person.email })
    .getByRole("link", { name: "Edit", exact: true })
    .click();
  await expect(page.getByRole("heading", { name: person.name, level: 1 })).toBeVisible();
  for (const name of ["User Details", "Login Info", "Access", "Recent History", "Delete User"])
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  await expect(page.getByText("Has not logged in yet")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Username" })).toHaveCount(0);
  await axe(page);
  await page.getByLabel("First Name").fill("Zoë");
  await page.getByLabel("Last Name").fill("O'Hara <b>");
  await page.getByLabel("Default Number").selectOption(recalls.id);
  await page.getByLabel("Contact Number").fill("+44 20 7946 0018");
  await page.getByLabel("Time Zone").selectOption("Europe/London");
  await page.getByRole("radio", { name: "Admin" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Zoë O'Hara <b>", level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First Name")).toHaveValue("Zoë");
  await expect(page.getByLabel("Default Number")).toHaveValue(recalls.id);
  await expect(page.getByLabel("Contact Number")).toHaveValue("+44 20 7946 0018");
  await expect(page.getByLabel("Time Zone")).toHaveValue("Europe/London");
  await expect(page.getByRole("radio", { name: "Admin" })).toBeChecked();
});

test("what was wrong is gone once it is mended, and the fields hold what is saved @nojs", async ({
  page,
  company,
  login,
}) => {
  const [desk, recalls] = [await company.number(), await company.number()];
  const person = await company.endUser({ lines: [desk] });
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  for (const label of ["First Name", "Last Name"]) await page.getByLabel(label).fill("");
  await page.getByLabel("Default Number").selectOption(recalls.id);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("First Name")).toHaveAccessibleDescription("Enter a first or a last name.");
  await expect(page.getByLabel("Default Number")).toHaveValue(recalls.id);
  await page.getByLabel("First Name").fill("  Mended ");
  await page.getByLabel("Contact Number").fill("415 555 2671");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await expect(page.getByText("Enter a first or a last name.")).toHaveCount(0);
  await expect(page.getByLabel("First Name")).toHaveValue("Mended");
  await expect(page.getByLabel("Contact Number")).toHaveValue("(415) 555-2671");
  await expect(page.getByLabel("Default Number")).toHaveValue(recalls.id);
  await page.getByLabel("Last Name").fill("Again");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Mended Again" })).toBeVisible();
});

test("what was saved before is not said any more beside what is wrong now", async ({ page, company, login }) => {
  const person = await company.endUser();
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  const saved = page.getByText("is saved.");
  await page.getByLabel("First Name").fill("Mended");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved).toBeVisible();
  for (const label of ["First Name", "Last Name"]) await page.getByLabel(label).fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("First Name")).toHaveAccessibleDescription("Enter a first or a last name.");
  await expect(saved).toHaveCount(0);
  await page.getByLabel("First Name").fill("Again");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved).toBeVisible();
});

test("changes that are not saved are asked about once before they are left behind", async ({
  page,
  company,
  login,
}) => {
  const person = await company.endUser();
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  const asked: string[] = [];
  let leaves = false;
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return leaves ? dialog.accept() : dialog.dismiss();
  });
  const [groups, back] = [page.getByRole("link", { name: "Groups" }), page.goBack.bind(page)];
  await groups.click();
  await expect(page.getByRole("heading", { name: "Groups", level: 1 })).toBeVisible();
  await back();
  await page.getByLabel("First Name").fill("Changed");
  await groups.click();
  await expect(page.getByLabel("First Name")).toHaveValue("Changed");
  await page.getByRole("link", { name: "More access" }).click();
  await expect(page).toHaveURL(/more=access/);
  await expect(page.getByLabel("First Name")).toHaveValue("Changed");
  expect(asked).toEqual(["confirm"]);
  leaves = true;
  await page.reload();
  expect(asked).toEqual(["confirm", "beforeunload"]);
  await expect(page.getByLabel("First Name")).not.toHaveValue("Changed");

  for (const label of ["First Name", "Last Name"]) await page.getByLabel(label).fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("First Name")).toHaveAccessibleDescription("Enter a first or a last name.");
  await page.reload();
  expect(asked).toEqual(["confirm", "beforeunload", "beforeunload"]);

  await page.getByRole("group", { name: "Products" }).getByLabel("Chat").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("is saved.")).toBeVisible();
  await page.reload();
  await groups.click();
  await expect(page.getByRole("heading", { name: "Groups", level: 1 })).toBeVisible();
  expect(asked).toHaveLength(3);
  await back();
  await page.getByLabel("Time Zone").selectOption("Europe/London");
  await groups.click();
  await expect(page.getByRole("heading", { name: "Groups", level: 1 })).toBeVisible();
  expect(asked).toEqual(["confirm", "beforeunload", "beforeunload", "confirm"]);
});

test("Disabled holds from their next request on, and Active brings them back @nojs", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const person = await company.endUser();
  const theirs = await openPage(person);
  await theirs.goto("/settings/profile");
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  await page.getByRole("group", { name: "User Status" }).getByLabel("Disabled").check({ force: true });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/login/);
  await page.getByRole("group", { name: "User Status" }).getByLabel("Active").check({ force: true });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("group", { name: "User Status" }).getByLabel("Active")).toBeChecked();
  await theirs.goto("/settings/profile");
  await expect(theirs).toHaveURL(/\/login/);
});

test("Reset Password emails a link @nojs", async ({ page, company, login, mail }) => {
  const person = await company.endUser();
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  await page.getByRole("button", { name: "Reset Password" }).click();
  await expect(page.getByText(`Password reset link sent to ${person.email}`)).toBeVisible();
  expect(await mail.linkFor(person.email, /\/reset-password\?token=/)).toBeTruthy();
});

test("a Pending user's invitation is sent again or copied @nojs", async ({
  page,
  company,
  login,
  mail,
  openPage,
  javaScriptEnabled,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const person = await company.pending();
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  await page.getByRole("button", { name: "Resend invitation" }).click();
  await expect(page.getByText(`Invitation sent again to ${person.email}`)).toBeVisible();
  const emailed = await mail.linkFor(person.email, /\/welcome\?token=/);
  await page.getByRole("button", { name: "Copy invitation link" }).click();
  const copied = await page.getByLabel("Invitation link").inputValue();
  expect(copied).toMatch(/\/welcome\?token=/);
  expect(copied).not.toBe(emailed);
  if (javaScriptEnabled) expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
  const invited = await openPage();
  await invited.goto(copied);
  await expect(invited.getByRole("heading", { name: `Welcome, ${person.firstName}` })).toBeVisible();
  await invited.goto(emailed);
  await expect(invited.getByRole("heading", { name: `Welcome, ${person.firstName}` })).toHaveCount(0);
});

test("correcting the email of somebody Pending sends the invitation to the new address @nojs", async ({
  page,
  company,
  login,
  mail,
}) => {
  const person = await company.pending();
  const email = `right.${unique()}@harbour.example`;
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  expect(await mail.linkFor(email, /\/welcome\?token=/)).toBeTruthy();
});

test("of two Admins the second is told, and keeps what they typed @nojs", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const person = await company.endUser();
  const second = await openPage(await company.admin());
  await login(page, company.ana);
  for (const each of [page, second]) await each.goto(`/admin/users/${person.memberId}`);
  await page.getByLabel("First Name").fill("First");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await second.getByLabel("First Name").fill("Second");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Somebody else changed this meanwhile")).toBeVisible();
  await expect(second.getByLabel("First Name")).toHaveValue("Second");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Somebody else changed this meanwhile")).toBeVisible();
  await expect(second.getByLabel("First Name")).toHaveValue("Second");
  await second.getByRole("link", { name: "Load the page anew" }).click();
  await expect(second.getByLabel("First Name")).toHaveValue("First");
});

test("nobody is offered their own status, user type or deletion @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto(`/admin/users/${company.ana.memberId}`);
  await expect(page.getByRole("radio")).toHaveCount(
    await page.getByRole("radio", { name: /^(System|Light|Dark)$/ }).count(),
  );
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await page.getByLabel("First Name").fill("Anna");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Anna Silva" })).toBeVisible();
});
