import { readFileSync } from "node:fs";
import { expect, test } from "@/tests/support/fixtures";

const batchPage = /\/admin\/users\/invite\/[0-9a-f-]{36}/;

test("an Admin pastes addresses, sees what will happen, and sends @nojs", async ({
  page,
  company,
  login,
  mail,
  axe,
}) => {
  const [here, pending] = [await company.endUser({ name: "Hana Sato" }), await company.pending()];
  const west = await company.group("West");
  await company.number({ label: "Front desk" });
  const fresh = `new.${Date.now()}@invited.example`;
  await login(page, company.ana);
  await page.goto(`/admin/users/invite?group=${west.id}`);
  await expect(page.getByRole("heading", { name: "Invite Users", exact: true })).toBeVisible();
  await axe(page);
  await expect(page.getByRole("group", { name: "Role" }).getByLabel("End User")).toBeChecked();
  await page.getByRole("group", { name: "Role" }).getByLabel("End User").uncheck();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByLabel("Email addresses")).toHaveAccessibleDescription(
    "Enter email addresses, or choose a CSV file.",
  );
  await expect(page.getByRole("group", { name: "Role" })).toContainText("Choose a role.");
  const list = `Ben Ortiz <${fresh}>; ${here.email}\n${pending.email}, nobody`;
  await page.getByLabel("Email addresses").fill(list);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("group", { name: "Role" })).toContainText("Choose a role.");
  await expect(page.getByLabel("Email addresses")).toHaveValue(list);
  await page.getByRole("group", { name: "Role" }).getByLabel("Messaging Agent").check();
  await page
    .getByRole("group", { name: "Lines" })
    .getByLabel(/Front desk/)
    .check();
  await page.getByRole("button", { name: "Preview" }).click();

  await expect(page).toHaveURL(batchPage);
  await expect(page.getByRole("heading", { name: "1 will be invited; 3 will not" })).toBeVisible();
  await axe(page);
  await expect(page.getByRole("row", { name: fresh })).toContainText("Messaging Agent · West");
  await expect(page.getByRole("row", { name: fresh })).toContainText("1 line");
  await expect(page.getByRole("row", { name: "nobody" })).toContainText("There is no email address in this.");
  await expect(page.getByRole("row", { name: here.email })).toContainText("Already a member of your company.");
  await expect(page.getByRole("link", { name: `Open ${here.email}` })).toHaveAttribute(
    "href",
    `/admin/users/${here.memberId}`,
  );
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByLabel("Email addresses")).toHaveValue(new RegExp(fresh));
  await expect(page.getByRole("group", { name: "Role" }).getByLabel("Messaging Agent")).toBeChecked();
  await expect(page.getByLabel("Group")).toHaveValue(west.id);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "1 will be invited; 3 will not" })).toBeVisible();
  await page.getByRole("button", { name: `Resend invitation to ${pending.email}` }).click();
  await expect(page.getByText(`Invitation sent again to ${pending.email}`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Send Invite" })).toHaveCount(1);
  await page.getByRole("button", { name: "Send Invite" }).click();

  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "1 invitation sent" })).toBeVisible({ timeout: 3000 });
  }).toPass();
  await axe(page);
  await expect(page.getByRole("progressbar", { name: "Invitations sent" })).toHaveJSProperty("value", 1);
  const link = await mail.linkFor(fresh, /\/welcome\?token=/);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByLabel("Username")).toBeVisible();
});

test("a CSV says per row what is wrong, and what failed can be downloaded @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  await company.group("West");
  const at = Date.now();
  const text = `email,first name,roles,group\na${at}@csv.example,=Ana,Viewer,West\nb${at}@csv.example,,Boss,\nc${at}@csv.example,,,South\n`;
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  await page.getByText("Columns of the CSV file").click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download a template" }).click();
  expect(readFileSync(await (await downloading).path(), "utf8")).toContain(
    "Email,First Name,Last Name,Role,Products,Lines",
  );
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from([137, 0, 1]) });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByLabel("CSV file")).toHaveAccessibleDescription(/That is not a CSV file/);
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.alloc(5_000_000, 97) });
  if (javaScriptEnabled) {
    await expect(page.getByLabel("CSV file")).toHaveAccessibleDescription(/more than 4 MB/);
  } else {
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("heading", { name: "That is more than 4 MB" })).toBeVisible();
    await page.getByRole("link", { name: "Back to the form" }).click();
  }
  await page.getByLabel("CSV file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Preview" }).click();

  await expect(page.getByRole("heading", { name: "1 will be invited; 2 will not" })).toBeVisible();
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByText("Choose the file again; your other choices are kept.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Role" }).getByLabel("End User")).toBeChecked();
  await page.getByLabel("CSV file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("columnheader", { name: "What happens" })).toBeVisible();
  await page.getByRole("link", { name: "Wrong 2" }).click();
  await expect(page.getByRole("row", { name: `b${at}@csv.example` })).toContainText("There is no role “Boss”.");
  await expect(page.getByRole("row", { name: `a${at}@csv.example` })).toHaveCount(0);
  await page.getByRole("button", { name: "Send Invite" }).click();
  await expect(page.getByRole("button", { name: "Send Invite" })).toHaveCount(0);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("columnheader", { name: "What happened" })).toBeVisible({ timeout: 3000 });
  }).toPass();
  const failures = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download rejected rows" }).click();
  const csv = readFileSync(await (await failures).path(), "utf8");
  const cells = csv.split("\r\n").map((line) => line.split(","));
  expect(cells[0]?.join()).toBe("\ufeffEmail,First Name,Last Name,Role,Group,Products,Lines,Problem");
  expect(cells[1]?.slice(0, 5)).toEqual([`b${at}@csv.example`, "", "", "Boss", "Main Group"]);
  expect(cells[2]?.slice(0, 5)).toEqual([`c${at}@csv.example`, "", "", "End User", "South"]);
  expect(csv).toContain("There is no group “South”.");
  expect(csv).not.toContain(`a${at}@csv.example`);
});

test("with nobody to invite there is no button, but a way on @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  await page.getByLabel("Email addresses").fill(`${company.ana.email} nobody`);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "Nobody in this list can be invited" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send Invite" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByLabel("Email addresses")).toBeVisible();
});

test("a list is nobody's but its maker's @nojs", async ({ page, company, login, openPage }) => {
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  await page.getByLabel("Email addresses").fill("somebody@else.example");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page).toHaveURL(batchPage);
  const path = new URL(page.url()).pathname;
  const { makeCompany } = await import("@/tests/support/cast");
  for (const other of [await company.admin(), await company.endUser(), (await makeCompany()).ana]) {
    const theirs = await openPage(other);
    for (const address of [path, `${path}/failures`, "/admin/users/invite/nonsense"])
      expect((await theirs.request.get(address)).status(), address).toBe(404);
  }
});
