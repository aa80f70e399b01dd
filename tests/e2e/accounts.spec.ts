import { makeCompany } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { linkTo } from "@/tests/support/links";
import { logIn } from "@/tests/support/outside";
import { rowsOf, statusOf } from "@/tests/support/rows";

test("somebody with a login joins another company, and switches between the two @nojs", async ({
  company,
  page,
  axe,
}) => {
  const quay = await makeCompany();
  const ben = await company.endUser({ name: "Ben Ortiz" });
  const guest = await quay.guest(ben, { place: "Pending", role: "admin" });
  await page.goto(`/welcome?token=${await linkTo(guest, "invitation")}`);
  await expect(page.getByRole("heading", { name: `Join ${quay.name}` })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Log in" }).click();
  await logIn(page, ben.email);
  await expect(page.getByRole("heading", { name: "Welcome, Ben" })).toBeVisible();
  await page.getByRole("button", { name: `Join ${quay.name}` }).click();
  await expect(page.getByRole("status").filter({ hasText: `You have joined ${quay.name}.` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
  expect(await statusOf(guest)).toBe("Active");
  await axe(page);

  await page.getByRole("button", { name: quay.name }).click();
  await page.getByRole("button", { name: company.name }).click();
  await expect(page.getByRole("status").filter({ hasText: `You are in ${company.name} now.` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
});

test("an Admin makes another company from the menu of the company's name, and is its first Admin @nojs", async ({
  company,
  page,
  login,
  axe,
  javaScriptEnabled,
}) => {
  await login(page, company.ana);
  await page.goto("/settings/profile");
  await page.getByRole("button", { name: company.name }).press("Enter");
  const menu = page.getByRole("list", { name: company.name });
  await expect(menu.getByRole("link")).toHaveText(["Users", "Company", "New Company"]);
  await axe(page);
  await menu.getByRole("link", { name: "New Company" }).press("Enter");
  await expect(page.getByRole("heading", { name: "New Company" })).toBeVisible();
  await expect(menu).toBeHidden();
  await expect(page.getByLabel("Time Zone")).toHaveValue(
    javaScriptEnabled ? "Pacific/Auckland" : "America/Los_Angeles",
  );
  await axe(page);
  await page.getByRole("button", { name: "Create company" }).click();
  await expect(page.getByLabel("Company Name")).toHaveAccessibleDescription("Enter the company's name.");
  const name = `Quay ${company.ana.username}`;
  await page.getByLabel("Company Name").fill(name);
  await page.getByLabel("Time Zone").selectOption("Europe/Lisbon");
  await page.getByRole("button", { name: "Create company" }).click();
  await expect(page.getByRole("status").filter({ hasText: `${name} is ready.` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: `Welcome to ${name}` })).toContainText(", Admin.");
  await page.getByRole("button", { name }).click();
  await page.getByRole("list", { name: "Your companies" }).getByRole("button", { name: company.name }).click();
  await expect(page.getByRole("status").filter({ hasText: `You are in ${company.name} now.` })).toBeVisible();
});

test("New Company is not there for an End User, a Viewer or an Admin of a group @nojs", async ({
  company,
  openPage,
}) => {
  const west = await company.group("West");
  const people = [
    await company.endUser(),
    await company.endUser({ role: "viewer" }),
    await company.admin({ groupId: west.id }),
  ];
  for (const person of people) {
    const page = await openPage(person);
    expect((await page.goto("/accounts/new"))?.status()).toBe(404);
    await page.goto("/settings/profile");
    await expect(page.getByText("New Company")).toHaveCount(0);
  }
});

test("an invitation joins nobody else: whoever is logged in is asked to log out first @nojs", async ({
  company,
  page,
  login,
}) => {
  const quay = await makeCompany();
  const guest = await quay.guest(await company.endUser(), { place: "Pending" });
  await login(page, company.ana);
  await page.goto(`/welcome?token=${await linkTo(guest, "invitation")}`);
  await expect(page.getByRole("heading", { name: "This invitation is for somebody else" })).toBeVisible();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
  expect(await statusOf(guest)).toBe("Pending");
});

test("an Admin removes a guest's access, and withdraws an invitation @nojs", async ({ company, page, login }) => {
  const guest = await company.guest(await (await makeCompany()).endUser());
  const pending = await company.pending({ name: "Cara Novak" });
  await login(page, company.ana);
  await page.goto(`/admin/users/${guest.memberId}`);
  await page.getByRole("button", { name: "Remove access" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove access" }).click();
  await expect(page.getByRole("status").filter({ hasText: "no access to your company any more" })).toBeVisible();
  expect(await rowsOf(guest)).toBeUndefined();
  await page.goto(`/admin/users/${pending.memberId}`);
  await page.getByRole("button", { name: "Withdraw invitation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw invitation" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "The invitation of Cara Novak is withdrawn." }),
  ).toBeVisible();
  expect(await rowsOf(pending)).toBeUndefined();
});
