import { resendInvitation } from "@/lib/invitations/resend";
import { recordDelivery } from "@/lib/outbox/record-delivery";
import { onceKey, unique, viewerOf } from "@/tests/support/cast";
import { emailTo, isDecided } from "@/tests/support/emails";
import { expect, test } from "@/tests/support/fixtures";
import { linkTo } from "@/tests/support/links";

test("the log says what became of each email, and is narrowed by its address @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const [mara, ben] = [await company.pending({ name: "Mara Lindqvist" }), await company.endUser()];
  const bounced = unique();
  await emailTo(mara, { state: "sent", providerId: bounced });
  await emailTo(ben, { template: "reset", state: "sent" });
  await emailTo(ben, { template: "username-reminder", state: "failed", error: "422: not that address" });
  await recordDelivery({ providerId: bounced, state: "bounced", reason: "mailbox does not exist", at: new Date() });
  await login(page, company.ana);
  await page.goto("/admin/activity");
  await page.getByRole("link", { name: "Emails" }).click();
  await expect(page.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();
  const row = (text: string) => page.getByRole("row").filter({ hasText: text });
  await expect(row("Welcome")).toContainText("Bounced");
  await expect(row("Welcome")).toContainText("mailbox does not exist");
  await expect(row("Password reset link")).toContainText("Sent");
  await expect(row("Username reminder")).toContainText("Couldn't be sent");
  await expect(row("Username reminder").getByRole("button", { name: /Send again/ })).toHaveCount(0);
  await axe(page);

  await page.getByLabel("State").selectOption({ label: "Not delivered" });
  await page.getByLabel("To", { exact: true }).fill("LINDQ");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/\?state=undelivered&to=LINDQ$/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Mara Lindqvist" }).click();
  await expect(page).toHaveURL(`/admin/users/${mara.memberId}`);
  await page.goto("/admin/activity/emails?to=nobody-of-that-name");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await page.getByRole("link", { name: "Events" }).click();
  await expect(page).toHaveURL(/\/admin\/activity$/);
});

test("lost emails are told of until somebody decides: one is sent again, one is left @nojs", async ({
  page,
  company,
  login,
  mail,
}) => {
  const [mara, otto] = [
    await company.pending({ name: "Mara Lindqvist" }),
    await company.pending({ name: "Otto Weiss" }),
  ];
  const emails = [await emailTo(mara), await emailTo(otto)];
  await login(page, company.ana);
  for (const path of ["/admin/users", "/admin/activity"]) {
    await page.goto(path);
    await expect(page.getByText("2 emails could not be sent.")).toBeVisible();
  }
  await page.getByRole("link", { name: "Look at them" }).click();
  await expect(page).toHaveURL(/\/admin\/activity\/emails\?state=undecided$/);
  await page.getByRole("button", { name: `Send again: Welcome to ${mara.email}` }).click();
  await expect(page.getByText(`“Welcome” is on its way again to ${mara.email}`)).toBeVisible();
  await mail.linkFor(mara.email, /\/welcome\?token=/);
  await page.getByRole("button", { name: `Leave it: Welcome to ${otto.email}` }).click();
  await expect(page.getByText(`The email to ${otto.email} stays unsent.`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  expect(await Promise.all(emails.map(isDecided))).toEqual([true, true]);
  expect(await mail.to(otto.email)).toEqual([]);
  await page.goto("/admin/users");
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
  await expect(page.getByText("could not be sent.")).toHaveCount(0);
});

test("what somebody else decided meanwhile is told beside the button @nojs", async ({ page, company, login }) => {
  const mara = await company.pending();
  await linkTo(mara, "invitation");
  await emailTo(mara);
  await login(page, company.ana);
  await page.goto("/admin/activity/emails");
  await resendInvitation(await viewerOf(company.ana), { memberId: mara.memberId, once: onceKey() });
  await page.getByRole("button", { name: /^Leave it/ }).click();
  await expect(page.getByText("Somebody has decided about this email already")).toBeVisible();
});

test("emails are the Admins' own, and of their own groups @nojs", async ({ page, company, login, openPage }) => {
  const west = await company.group("West");
  const [inside, outside] = [await company.pending({ groupId: west.id }), await company.pending()];
  for (const person of [inside, outside]) await emailTo(person);
  await login(page, await company.admin({ groupId: west.id }));
  await page.goto("/admin/activity/emails");
  await expect(page.getByText("1 email could not be sent.")).toBeVisible();
  await expect(page.getByText(inside.email)).toBeVisible();
  await expect(page.getByText(outside.email)).toHaveCount(0);
  const lesser = await openPage(await company.endUser({ role: "viewer" }));
  expect((await lesser.goto("/admin/activity/emails"))?.status()).toBe(404);
  await lesser.goto("/admin/users");
  await expect(lesser.getByText("could not be sent.")).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("nothing is wider than the screen @nojs", async ({ page, company, login }) => {
    const ben = await company.pending({ name: "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh" });
    await emailTo(ben, { state: "queued", error: "no answer: ".padEnd(200, "x") });
    await emailTo(ben);
    await login(page, company.ana);
    await page.goto("/admin/activity/emails");
    await expect(page.getByText("Next try")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
