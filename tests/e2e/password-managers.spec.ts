import type { Page } from "@playwright/test";
import { makeCompany } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { expire, linkTo } from "@/tests/support/links";

/** For whom a password manager would keep what is typed into a page's password fields. */
const usernames = (page: Page) => page.locator('form:has(input[type="password"]) input[autocomplete="username"]');

async function expectFor(page: Page, username: string | null) {
  await expect(usernames(page)).toHaveCount(1);
  await expect(usernames(page)).toHaveValue(username ?? "");
}

test("a form that makes a password says for whom, and to nobody who looks or listens @nojs", async ({
  page,
  company,
  axe,
}) => {
  await page.goto(`/reset-password?token=${await linkTo(company.ana, "reset")}`);
  await expectFor(page, company.ana.username);
  await expect(usernames(page)).not.toHaveAttribute("name");
  await expect(page.getByRole("textbox")).toHaveCount(2);
  await expect(page.getByText(company.ana.username ?? "")).toBeHidden();
  await axe(page);
  const pending = await company.pending();
  await page.goto(`/welcome?token=${await linkTo(pending, "invitation")}`);
  await expectFor(page, pending.username);
});

test("where the username is asked, that field is the one @nojs", async ({ page, company }) => {
  const byEmail = await company.pending({ username: null });
  await page.goto(`/welcome?token=${await linkTo(byEmail, "invitation")}`);
  await expect(usernames(page)).toHaveCount(1);
  await expect(page.getByLabel("Username")).toHaveAttribute("autocomplete", "username");
});

test("one's own password and email; joining with a password, by the invited address @nojs", async ({
  page,
  company,
  login,
}) => {
  const invited = await (await makeCompany()).guest(company.ana, { place: "Pending" });
  await page.goto(`/welcome?token=${await linkTo(invited, "invitation")}`);
  await expectFor(page, company.ana.email);
  expect((await page.content()).replaceAll(company.ana.email, "")).not.toContain(company.ana.username ?? "–");
  await login(page, company.ana);
  for (const address of ["/settings/security", "/settings/profile"]) {
    await page.goto(address);
    await expectFor(page, company.ana.username);
  }
});

test("a link that is over tells nobody's username @nojs", async ({ page, company }) => {
  for (const [purpose, path] of [
    ["reset", "/reset-password"],
    ["invitation", "/welcome"],
  ] as const) {
    const token = await linkTo(purpose === "reset" ? company.ana : await company.pending(), purpose);
    await expire(token);
    await page.goto(`${path}?token=${token}`);
    await expect(page.getByRole("heading", { name: /expired/ })).toBeVisible();
    expect(await page.content()).not.toContain(company.ana.username ?? "–");
    await expect(usernames(page)).toHaveCount(0);
  }
});
