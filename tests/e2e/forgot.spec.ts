import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { expire, linkTo } from "@/tests/support/links";
import { choosePassword, logIn, NEW_PASSWORD } from "@/tests/support/outside";

const SENT = "If that account exists, we have emailed a reset link.";

async function forgot(page: Page, identifier: string) {
  await page.goto("/forgot-password");
  await page.getByLabel("Username or email").fill(identifier);
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByText(SENT)).toBeVisible();
}

test("a forgotten password is reset by email, and everybody who was in is out @nojs", async ({
  page,
  company,
  mail,
  openPage,
  axe,
}) => {
  const { ana } = company;
  const elsewhere = await openPage(ana);
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot password" })).toBeVisible();
  await axe(page);
  await forgot(page, ana.email);
  const link = await mail.linkFor(ana.email, /reset-password/);
  await page.goto(link);
  await axe(page);
  await choosePassword(page, "Save password");
  await expect(page).toHaveURL("/login");
  await expect(page.getByText("Your new password is saved. Log in with it.")).toBeVisible();
  await logIn(page, ana.email, NEW_PASSWORD);
  await expect(page).toHaveURL("/inbox");
  await elsewhere.goto("/admin/users");
  await expect(elsewhere).toHaveURL(/\/login/);
  await mail.wait(ana.email, ({ subject }) => /password .*was changed/.test(subject));
});

test("the answer is the same for nobody, and for odd input @nojs", async ({ page, company, mail }) => {
  const { email } = await company.disabled();
  for (const typed of ["nobody@harbour.example", email, `${email}, mallory@harbour.example`, "<b>", "' or 1=1 --"]) {
    await forgot(page, typed);
  }
  expect(await mail.to(email)).toEqual([]);
});

test("an empty field is told so beside it @nojs", async ({ page }) => {
  await page.goto("/forgot-password");
  await page.getByRole("button", { name: "Send reset link" }).click();
  await expect(page.getByLabel("Username or email")).toHaveAccessibleDescription("Enter your username or email.");
});

test("a forgotten username is emailed @nojs", async ({ page, company, mail, axe }) => {
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot username?" }).click();
  await axe(page);
  await page.getByLabel("Email address").fill(company.ana.email);
  await page.getByRole("button", { name: "Email my username" }).click();
  await expect(page.getByText("If that account exists, we have emailed the username.")).toBeVisible();
  const letter = await mail.wait(company.ana.email);
  expect(letter.text).toContain(company.ana.username);
});

test("somebody who never created a password gets a fresh invitation @nojs", async ({ page, company, mail }) => {
  const pending = await company.pending();
  await forgot(page, pending.email);
  await page.goto(await mail.linkFor(pending.email, /welcome/));
  await choosePassword(page, "Create password");
  await expect(page).toHaveURL("/inbox");
});

test("looking at a link uses nothing up; a link that is dead says why, with a way on @nojs", async ({
  page,
  company,
  axe,
}) => {
  const { ana } = company;
  const open = (token: string) => page.goto(`/reset-password?token=${token}`);
  const replaced = await linkTo(ana, "reset");
  const used = await linkTo(ana, "reset");
  for (let i = 0; i < 25; i++) {
    await page.request.get(`/reset-password?token=${used}`);
    await page.request.head(`/reset-password?token=${used}`);
  }
  await open(used);
  await choosePassword(page, "Save password");
  await expect(page).toHaveURL("/login");
  const expired = await linkTo(ana, "reset");
  await expire(expired);
  const invitation = await linkTo(ana, "invitation");
  const says: [string, string][] = [
    [used, "This link has been used"],
    [replaced, "This link was replaced"],
    [expired, "This link has expired"],
    [invitation, "This link doesn't work"],
    ["%00", "This link doesn't work"],
    ["a&token=b", "This link doesn't work"],
  ];
  for (const [token, heading] of says) {
    const response = await open(token);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    await expect(page.getByRole("link", { name: "Ask for another link" })).toHaveAttribute("href", "/forgot-password");
  }
  await axe(page);
});

test("a password that won't do is told beside its field, and the link stays @nojs", async ({ page, company }) => {
  await page.goto(`/reset-password?token=${await linkTo(company.ana, "reset")}`);
  await choosePassword(page, "Save password", "short", "other");
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/12 characters or more/);
  await expect(page.getByLabel("Confirm password")).toHaveAccessibleDescription("The passwords are not the same.");
  await expect(page.getByLabel("New password")).toHaveValue("");
  await choosePassword(page, "Save password", "password1234");
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/guessed first/);
  await choosePassword(page, "Save password");
  await expect(page).toHaveURL("/login");
});

test("a token page sends no referrer and is kept by nobody", async ({ page, company }) => {
  const response = await page.goto(`/reset-password?token=${await linkTo(company.ana, "reset")}`);
  expect(response?.headers()).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": /no-store/ });
});

test("somebody else who is logged in here is told, logged out, and never mixed up @nojs", async ({
  page,
  company,
  login,
}) => {
  const ben = await company.endUser();
  await login(page, company.ana);
  await page.goto(`/reset-password?token=${await linkTo(ben, "reset")}`);
  await expect(
    page.getByText(`You are logged in as ${company.ana.name}, but this link is for ${ben.firstName}.`),
  ).toBeVisible();
  await choosePassword(page, "Save password");
  await expect(page).toHaveURL("/login");
  await logIn(page, company.ana.email);
  await expect(page).toHaveURL("/inbox");
});
