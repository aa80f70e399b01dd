import type { Page } from "@playwright/test";
import { numberLabel } from "@/lib/numbers/format-number";
import { expect, test } from "@/tests/support/fixtures";

/** With a script the difference stands beside the button already; without one the first Save is answered with it. */
async function saveSeeing(page: Page, words: readonly string[], scripted: boolean) {
  if (!scripted) {
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Nothing is saved yet. See below what changes, then save again.")).toBeVisible();
  }
  const changes = page.getByRole("region", { name: "What changes" });
  for (const each of words) await expect(changes.getByText(each, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
}

test("More access gives a role in a group and a line, says why it counts, and takes it back @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const west = await company.group("West");
  const store4 = await company.group("Store 4", west.id);
  const [desk, recalls] = [await company.number({ label: "Front desk" }), await company.number({ label: "Recalls" })];
  const person = await company.endUser({ name: "Hana Sato", groupId: west.id, role: "viewer", lines: [desk] });
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  const roles = page.getByRole("group", { name: "Roles" });
  await expect(roles.getByRole("checkbox", { name: "Viewer in West" })).toBeChecked();
  await expect(page.getByRole("heading", { name: "What Hana can do" })).toBeVisible();
  await expect(page.getByText("Download reports in West: Viewer there.", { exact: true })).toBeVisible();
  await axe(page);

  await page.getByRole("link", { name: "More access" }).click();
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Messaging Agent" });
  await page.getByLabel("Group", { exact: true }).selectOption(store4.id);
  await page.getByRole("checkbox", { name: numberLabel(recalls) }).check();
  await axe(page);
  const gained = [
    "Send messages in West ▸ Store 4",
    "Reply to chats in West ▸ Store 4",
    `Line: ${numberLabel(recalls)}`,
  ];
  await saveSeeing(page, gained, javaScriptEnabled);
  await expect(roles.getByRole("checkbox", { name: "Messaging Agent in West ▸ Store 4" })).toBeChecked();
  await expect(
    page.getByText("Send messages in West ▸ Store 4: Messaging Agent there.", { exact: true }),
  ).toBeVisible();

  await page.goto(`/admin/users/${person.memberId}`);
  await roles.getByRole("checkbox", { name: "Messaging Agent in West ▸ Store 4" }).uncheck();
  await page.getByRole("group", { name: "Products" }).getByLabel("Reports").uncheck();
  await page.getByRole("group", { name: "Lines" }).getByLabel("Recalls").uncheck();
  const alone = `Line: ${numberLabel(recalls)}, which nobody would have then`;
  const lost = ["Send messages in West ▸ Store 4", "Product: Reports", alone];
  await saveSeeing(page, lost, javaScriptEnabled);
  await page.reload();
  await expect(roles.getByRole("checkbox")).toHaveCount(1);
  await expect(page.getByRole("group", { name: "Lines" }).getByRole("checkbox")).toHaveCount(1);
  await expect(page.getByText("Download reports: Reports is switched off.", { exact: true })).toBeVisible();
});

test("what was chosen stays when the difference is shown and when something else is wrong @nojs", async ({
  page,
  company,
  login,
}) => {
  const west = await company.group("West");
  const person = await company.endUser();
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}?more=access#access`);
  for (const label of ["First Name", "Last Name"]) await page.getByLabel(label).fill("");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Sender" });
  await page.getByLabel("Group", { exact: true }).selectOption(west.id);
  await page.getByRole("group", { name: "Products" }).getByLabel("Chat").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("First Name")).toHaveAccessibleDescription("Enter a first or a last name.");
  await page.getByLabel("First Name").fill("Mended");
  await expect(page.getByLabel("Group", { exact: true })).toHaveValue(west.id);
  await expect(page.getByRole("group", { name: "Products" }).getByLabel("Chat")).not.toBeChecked();
  await expect(page.getByRole("region", { name: "What changes" })).toContainText("Product: Chat");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: /^Mended/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Sender in West" })).toBeChecked();
});

test("without a script another user type says on its card what it would give and take, and is saved at once @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const west = await company.group("West");
  const person = await company.endUser();
  const sender = await company.endUser({ groupId: west.id, role: "sender" });
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  const [endUser, admin] = [page.getByRole("radio", { name: "End User" }), page.getByRole("radio", { name: "Admin" })];
  await expect(endUser).not.toHaveAccessibleDescription(/Would/);
  if (javaScriptEnabled) {
    await expect(admin).not.toHaveAccessibleDescription(/Would/);
    await admin.check();
    await expect(page.getByRole("region", { name: "What changes" })).toContainText("Manage users");
    return;
  }
  await expect(admin).toHaveAccessibleDescription(/Would gain: [^.]*Manage users/);
  await expect(admin).not.toHaveAccessibleDescription(/Would lose/);
  await axe(page);
  await admin.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await expect(admin).toBeChecked();
  await expect(admin).not.toHaveAccessibleDescription(/Would/);
  await expect(endUser).toHaveAccessibleDescription(/Would lose: [^.]*Manage users/);
  await page.goto(`/admin/users/${sender.memberId}`);
  await expect(endUser).toHaveAccessibleDescription(/Would gain: [^.]*Send messages/);
  await expect(admin).toHaveAccessibleDescription(/Would gain: [^.]*Manage users/);
});

test("an Admin of a group sees that part of the tree, and no user type of the root @nojs", async ({
  page,
  company,
  login,
}) => {
  const west = await company.group("West");
  const store4 = await company.group("Store 4", west.id);
  await company.group("East");
  const person = await company.endUser({ groupId: store4.id });
  await login(page, await company.admin({ groupId: west.id }));
  await page.goto(`/admin/users/${person.memberId}?more=access#access`);
  await expect(page.getByRole("radio", { name: "Admin" })).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: "End User in West ▸ Store 4" })).toBeChecked();
  await expect(page.getByLabel("Group", { exact: true }).getByRole("option")).toHaveText([/West$/, /Store 4$/]);
  await page.goto(`/admin/users/${company.ana.memberId}`);
  await expect(page.getByRole("heading", { name: "Ana Silva" })).toHaveCount(0);
});

test("a typed address that is pending already offers to send the invitation again @nojs", async ({
  page,
  company,
  login,
  mail,
}) => {
  const pending = await company.pending();
  await login(page, company.ana);
  await page.goto("/admin/users/new");
  await page.getByLabel("First Name").fill("Chiamaka");
  await page.getByLabel("Last Name").fill("Okafor");
  await page.getByLabel("Username", { exact: true }).fill(`chiamaka.${pending.memberId.slice(-8)}`);
  await page.getByLabel("Email Address").fill(pending.email);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByLabel("Email Address")).toHaveAccessibleDescription(/is invited already/);
  await page.getByRole("button", { name: "Resend invitation" }).click();
  await expect(page.getByText(`Invitation sent again to ${pending.email}`)).toBeVisible();
  expect(await mail.linkFor(pending.email, /\/welcome\?token=/)).toBeTruthy();
});

test("Roles says what each role allows, on a phone as well", async ({ page, company, login, axe }) => {
  await login(page, await company.endUser({ role: "viewer" }));
  await page.goto("/admin/roles");
  await expect(page.getByRole("heading", { name: "Roles", level: 1 })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Reply to chats" });
  await expect(row).toContainText("Messaging Agent");
  await expect(row).toContainText("Chat");
  await expect(page.getByRole("row").filter({ hasText: "Add credits" })).toContainText("Billing");
  await axe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await axe(page);
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
});

test("what is typed stays where more of a person's page is opened, and is not saved by it @nojs", async ({
  page,
  company,
  login,
}, { project }) => {
  const ben = await company.endUser({ name: "Ben Cole" });
  await login(page, company.ana);
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.goto(`/admin/users/${ben.memberId}`);
  await page.getByLabel("First Name").fill("Benedikt");
  await page.getByRole("checkbox", { name: "Reports" }).uncheck();
  await page.getByRole("link", { name: "More access" }).click();
  await expect(page.getByLabel("First Name")).toHaveValue("Benedikt");
  await expect(page.getByRole("checkbox", { name: "Reports" })).not.toBeChecked();
  if (project.name === "js") return;
  await expect(page.getByLabel("Role", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ben Cole" })).toBeVisible();
  await page.goto(`/admin/users/${ben.memberId}`);
  await expect(page.getByLabel("First Name")).toHaveValue("Ben");
});
