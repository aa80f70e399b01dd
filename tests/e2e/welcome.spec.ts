import { unique } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { expire, linkTo } from "@/tests/support/links";
import { choosePassword, logIn } from "@/tests/support/outside";
import { sessionsOf } from "@/tests/support/rows";

test("an invited person creates a password and is in, told what they may do here @nojs", async ({
  page,
  company,
  axe,
}) => {
  const ben = await company.pending({ name: "Ben Ortiz" });
  const address = `/welcome?token=${await linkTo(ben, "invitation")}`;
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Welcome, Ben" })).toBeVisible();
  await expect(page.getByText(`Your username is ${ben.username}.`)).toBeVisible();
  await axe(page);
  await choosePassword(page, "Create password");
  await expect(page).toHaveURL("/inbox");
  const first = page.getByRole("region", { name: `Welcome to ${company.name}` });
  await expect(first).toContainText(`You are Ben Ortiz in ${company.name}, End User.`);
  await expect(first).toContainText(`Ask Ana Silva (${company.ana.email})`);
  await axe(page);
  await page.reload();
  await first.getByRole("button", { name: "Got it" }).click();
  await expect(first).toHaveCount(0);
  await expect(page).toHaveURL("/inbox");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
  await expect(first).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "You already have a password" })).toBeVisible();
});

test("by keyboard one goes on at the page's heading once what they may do is closed", async ({ page, company }) => {
  await page.goto(`/welcome?token=${await linkTo(await company.pending(), "invitation")}`);
  await choosePassword(page, "Create password");
  await page.getByRole("button", { name: "Got it" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeFocused();
});

test("an address that an Admin has entered: a link that is over says what confirms it now @nojs", async ({
  page,
  company,
}) => {
  const token = await linkTo(company.ana, "email-check", company.ana.email);
  await expire(token);
  await page.goto(`/confirm-email?token=${token}`);
  await expect(
    page.getByText("It was valid for 72 hours. Any reset link sent to this address confirms it, too."),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask for a reset link" })).toHaveAttribute("href", "/forgot-password");
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
  await expect(page).toHaveURL("/inbox");
});

test("whoever else is logged in on the browser is told, and is out when the invited person comes in @nojs", async ({
  page,
  company,
  login,
}) => {
  const ben = await company.pending({ name: "Ben Ortiz", role: "admin" });
  await login(page, company.ana);
  await page.goto(`/welcome?token=${await linkTo(ben, "invitation")}`);
  await expect(page.getByText("Going on logs you out here.")).toBeVisible();
  await choosePassword(page, "Create password");
  await expect(page).toHaveURL("/inbox");
  await expect(page.getByRole("region", { name: /^Welcome to/ })).toContainText("You are Ben Ortiz");
  expect(await sessionsOf(company.ana)).toEqual([]);
});

test("somebody invited by email only says who they are; what was typed stays @nojs", async ({
  page,
  company,
  axe,
  javaScriptEnabled,
}) => {
  const bare = await company.pending({ name: "", username: null });
  await page.goto(`/welcome?token=${await linkTo(bare, "invitation")}`);
  await axe(page);
  await expect(page.getByLabel("First Name")).toBeFocused();
  await expect(page.getByLabel("Username")).toHaveValue(bare.email.replace(/@.*/, "").toLowerCase());
  await expect(page.getByLabel("Time Zone")).toHaveValue(
    javaScriptEnabled ? "Pacific/Auckland" : "America/Los_Angeles",
  );
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
  await expect(page).toHaveURL("/inbox");
  await expect(page.getByText(`You are Suharto in ${company.name}`)).toBeVisible();
});

test("an expired invitation says so, and the Admin hears of it @nojs", async ({ page, company, mail, axe }) => {
  const ben = await company.pending({ name: "Ben Ortiz" });
  const token = await linkTo(ben, "invitation");
  await expire(token);
  await page.goto(`/welcome?token=${token}`);
  await expect(page.getByRole("heading", { name: "This invitation has expired" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Ask for a new invitation" }).click();
  await expect(page.getByRole("heading", { name: "You have asked for a new invitation" })).toBeVisible();
  await expect(page.getByText("An Admin of your company has been told.")).toBeVisible();
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
  await expect(page.getByRole("heading", { name: "A newer link was made" })).toBeVisible();
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
  await expect(other).toHaveURL("/inbox");
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
  await expect(page).toHaveURL("/inbox");
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
