import { unique } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { expire, linkTo } from "@/tests/support/links";
import { choosePassword, logIn, NEW_PASSWORD } from "@/tests/support/outside";

test("an invited person creates a password and logs in @nojs", async ({ page, company, axe }) => {
  const ben = await company.pending({ name: "Ben Ortiz" });
  const address = `/welcome?token=${await linkTo(ben, "invitation")}`;
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Welcome, Ben" })).toBeVisible();
  await expect(page.getByText(`Your username is ${ben.username}.`)).toBeVisible();
  await axe(page);
  await choosePassword(page, "Create password");
  await expect(page).toHaveURL("/login");
  await expect(page.getByText("Your password is saved. Log in.")).toBeVisible();
  await logIn(page, ben.username ?? "", NEW_PASSWORD);
  await expect(page).toHaveURL("/settings/profile");
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "You already have a password" })).toBeVisible();
});

test("looking at an invitation fifty times uses nothing up", async ({ page, company }) => {
  const ben = await company.pending();
  const address = `/welcome?token=${await linkTo(ben, "invitation")}`;
  for (let i = 0; i < 25; i++) {
    await page.request.get(address);
    await page.request.head(address);
  }
  await page.goto(address);
  await choosePassword(page, "Create password");
  await expect(page).toHaveURL("/login");
});

test("somebody invited by email only says who they are; what was typed stays @nojs", async ({ page, company, axe }) => {
  const bare = await company.pending({ name: "", username: null });
  await page.goto(`/welcome?token=${await linkTo(bare, "invitation")}`);
  await axe(page);
  await page.getByLabel("Time Zone").selectOption("Europe/Madrid");
  await page.getByLabel("Username").fill(company.ana.username ?? "");
  await choosePassword(page, "Create password");
  await expect(page.getByLabel("First Name")).toHaveAccessibleDescription("Enter a first or a last name.");
  await expect(page.getByLabel("Time Zone")).toHaveValue("Europe/Madrid");
  await page.getByLabel("Last Name").fill("Suharto");
  await choosePassword(page, "Create password");
  await expect(page.getByLabel("Username")).toHaveAccessibleDescription(/That username is taken/);
  const username = `benita.${unique()}`;
  await page.getByLabel("Username").fill(username);
  await choosePassword(page, "Create password");
  await logIn(page, username, NEW_PASSWORD);
  await expect(page).toHaveURL("/settings/profile");
});

test("an expired invitation says so, and the Admin hears of it @nojs", async ({ page, company, mail, axe }) => {
  const ben = await company.pending({ name: "Ben Ortiz" });
  const token = await linkTo(ben, "invitation");
  await expire(token);
  await page.goto(`/welcome?token=${token}`);
  await expect(page.getByRole("heading", { name: "This invitation has expired" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Ask for a new invitation" }).click();
  await expect(page.getByText("The Admin who invited you has been told.")).toBeVisible();
  expect((await mail.wait(company.ana.email)).subject).toContain("Ben Ortiz");
  await page.goto(`/welcome?token=${token}`);
  await page.getByRole("button", { name: "Ask for a new invitation" }).click();
  await expect(page.getByText("less than an hour ago")).toBeVisible();
});

test("a replaced invitation points to the newer one, and nobody's link is told kindly @nojs", async ({
  page,
  company,
}) => {
  const ben = await company.pending();
  const replaced = await linkTo(ben, "invitation");
  await linkTo(ben, "invitation");
  await page.goto(`/welcome?token=${replaced}`);
  await expect(page.getByRole("heading", { name: "A newer invitation was sent" })).toBeVisible();
  for (const address of [
    "/welcome",
    "/welcome?token=",
    "/welcome?token=a&token=b",
    `/welcome?token=${await linkTo(ben, "reset")}`,
  ]) {
    expect((await page.goto(address))?.status()).toBe(200);
    await expect(page.getByRole("heading", { name: "This link doesn't work" })).toBeVisible();
  }
});

test("a link that is used while its form is open says so @nojs", async ({ page, company, openPage }) => {
  const ben = await company.pending();
  const address = `/welcome?token=${await linkTo(ben, "invitation")}`;
  const other = await openPage();
  await page.goto(address);
  await other.goto(address);
  await choosePassword(other, "Create password");
  await expect(other).toHaveURL("/login");
  await choosePassword(page, "Create password", "another ladder in quartz");
  await expect(page.getByText(/This link no longer works|You already have a password/)).toBeVisible();
});

test("a new email address counts once it is confirmed, and the old one is told @nojs", async ({
  page,
  company,
  mail,
  axe,
}) => {
  const { ana } = company;
  const email = `ana.${unique()}@harbour.example`;
  const address = `/confirm-email?token=${await linkTo(ana, "email-change", email)}`;
  await page.goto(address);
  await axe(page);
  await page.getByRole("button", { name: "Confirm email address" }).click();
  await expect(page).toHaveURL("/login");
  await expect(page.getByText("Your new email address is confirmed.")).toBeVisible();
  await logIn(page, email);
  await expect(page).toHaveURL("/admin/users");
  await mail.wait(ana.email, ({ subject }) => /email address .*was changed/.test(subject));
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Your email address is confirmed" })).toBeVisible();
});

test("an address that somebody else took meanwhile is told in words @nojs", async ({ page, company }) => {
  const email = `new.${unique()}@harbour.example`;
  const token = await linkTo(company.ana, "email-change", email);
  await company.endUser({ email });
  await page.goto(`/confirm-email?token=${token}`);
  await page.getByRole("button", { name: "Confirm email address" }).click();
  await expect(page.getByText("Somebody else logs in with that address by now")).toBeVisible();
});
