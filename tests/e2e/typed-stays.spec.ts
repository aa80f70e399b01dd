import { eq } from "drizzle-orm";
import { contactGroups, conversations } from "@/db/schema";
import { writeDb } from "@/db/write";
import { sentCampaign } from "@/tests/support/carrier/sent-campaign";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("what is typed on a person's page stays when another of its buttons is pressed @nojs", async ({
  page,
  company,
  login,
}) => {
  const zoe = await company.pending({ name: "Zoë King" });
  await login(page, company.ana);
  await page.goto(`/admin/users/${zoe.memberId}`);
  await page.getByLabel("First Name").fill("Zoé");
  await page.getByLabel("Contact Number").fill("(415) 555-0144");
  await page.getByRole("button", { name: "Resend invitation" }).click();
  await expect(page.getByText(`Invitation sent again to ${zoe.email}`)).toBeVisible();
  await expect(page.getByLabel("First Name")).toHaveValue("Zoé");
  await page.getByRole("button", { name: "Copy invitation link" }).click();
  await expect(page.getByLabel("Invitation link")).toHaveValue(/\/welcome\?token=/);
  await expect(page.getByLabel("Contact Number")).toHaveValue("(415) 555-0144");
  await page.getByLabel("Last Name").fill("Queen");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Zoé Queen" })).toBeVisible();
  await expect(page.getByText("This is not saved yet.")).toBeHidden();
});

test("Reset Password leaves what is typed, and says that it is not saved; untouched it says nothing @nojs", async ({
  page,
  company,
  login,
}, { project }) => {
  const ben = await company.endUser({ name: "Ben Cole" });
  await login(page, company.ana);
  await page.goto(`/admin/users/${ben.memberId}`);
  await page.getByRole("button", { name: "Reset Password" }).click();
  await expect(page.getByText(`Password reset link sent to ${ben.email}`)).toBeVisible();
  await expect(page.getByText("This is not saved yet.")).toBeHidden();
  await page.getByLabel("First Name").fill("Benedikt");
  await page.getByRole("checkbox", { name: "Reports" }).uncheck();
  await page.getByRole("button", { name: "Reset Password" }).click();
  await expect(page.getByText(`Password reset link sent to ${ben.email}`)).toBeVisible();
  await expect(page.getByLabel("First Name")).toHaveValue("Benedikt");
  await expect(page.getByRole("checkbox", { name: "Reports" })).not.toBeChecked();
  if (project.name === "nojs") {
    await expect(page.getByText("This is not saved yet.")).toBeVisible();
    await page.getByRole("button", { name: "Start empty" }).click();
    await expect(page.getByLabel("First Name")).toHaveValue("Ben");
  }
});

test("an answer that is being written stays when its thread is claimed, handed over or marked @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const ben = await company.endUser({ name: "Ben Cole", lines: [line] });
  const talk = await makeTalk({ line });
  const words = page.getByLabel("Message", { exact: true });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await words.fill("Monday at nine?");
  await page.getByRole("button", { name: "Claim" }).click();
  await expect(page.getByRole("button", { name: "Release" })).toBeVisible();
  await expect(words).toHaveValue("Monday at nine?");
  await page.getByRole("button", { name: "Hand over" }).first().click();
  await page.locator("[popover] button", { hasText: "Hand over" }).click();
  await expect(page.getByText("Choose a colleague.").first()).toBeVisible();
  await expect(words).toHaveValue("Monday at nine?");
  await page.getByRole("button", { name: "Release" }).click();
  await expect(page.getByText("It is anybody's again.")).toBeVisible();
  await expect(words).toHaveValue("Monday at nine?");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("list", { name: "Messages" })).toContainText("Monday at nine?");
  await expect(words).toHaveValue("");
  const [row] = await writeDb.select().from(conversations).where(eq(conversations.id, talk.id));
  expect(row?.claimedBy).not.toBe(ben.memberId);
});

test("what is typed on a contact's page stays when something else is done there @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const { contactId } = await makeTalk({ line, name: "Olive Grant" });
  await writeDb.insert(contactGroups).values({ accountId: company.accountId, name: "Regulars" });
  await login(page, company.ana);
  await page.goto(`/contacts/${contactId}`);
  await page.getByLabel("Company").fill("Grant & Sons");
  await page.getByLabel("Reason").fill("Told me at the counter");
  await page.getByLabel("Group", { exact: true }).selectOption({ label: "Regulars" });
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(page.getByRole("button", { name: "Remove from Regulars" })).toBeVisible();
  await expect(page.getByLabel("Company")).toHaveValue("Grant & Sons");
  await expect(page.getByLabel("Reason")).toHaveValue("Told me at the counter");
  await page.getByRole("button", { name: "Remove from Regulars" }).click();
  await expect(page.getByText("1 contact removed from Regulars.")).toBeVisible();
  await expect(page.getByLabel("Company")).toHaveValue("Grant & Sons");
  await page.getByLabel("Other Contact").fill("Nobody by that name");
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByLabel("Other Contact")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Other Contact")).toHaveValue("Nobody by that name");
  await expect(page.getByLabel("Reason")).toHaveValue("Told me at the counter");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Company")).toHaveValue("Grant & Sons");
  await expect(page.getByLabel("Reason")).toHaveValue("Told me at the counter");
  await page.getByRole("button", { name: "Opt out" }).click();
  await expect(page.getByText("They get no texts any more.")).toBeVisible();
});

test("a number's label and a group's name stay when people are added or taken there @nojs", async ({
  page,
  company,
  login,
}) => {
  const [line, group] = [await company.number({ label: "West" }), await company.group("West")];
  const ben = await company.endUser({ name: "Ben Cole" });
  await login(page, company.ana);
  await page.goto(`/admin/numbers/${line.id}`);
  await page.getByLabel("Label").fill("West Coast");
  await page.getByLabel("Username or email").fill(ben.email);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("link", { name: "Ben Cole" })).toBeVisible();
  await expect(page.getByLabel("Label")).toHaveValue("West Coast");
  await page.getByRole("button", { name: "Add group" }).click();
  await expect(page.getByLabel("Whole group")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Label")).toHaveValue("West Coast");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The number is saved.")).toBeVisible();
  await expect(page.getByText("West Coast")).toBeVisible();

  await page.goto(`/admin/groups/${group.id}`);
  await page.getByLabel("Name", { exact: true }).fill("West Coast");
  await page.getByLabel("Username or email").fill(ben.email);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Viewer" });
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Ben Cole is now Viewer in West.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("West Coast");
  await page.getByRole("button", { name: "Remove Ben Cole as Viewer" }).click();
  await expect(page.getByText("Ben Cole is no longer Viewer in West.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("West Coast");
  await page.getByLabel("Username or email").fill(ben.email);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "West Coast", level: 1 })).toBeVisible();
  await expect(page.getByLabel("Username or email")).toHaveValue(ben.email);
});

test("Enter does what its field is for, and asks where that is not clear @nojs", async ({ page, company, login }, {
  project,
}) => {
  const line = await company.number({ label: "West" });
  const ben = await company.endUser({ name: "Ben Cole" });
  await login(page, company.ana);
  await page.goto(`/admin/numbers/${line.id}`);
  await page.getByLabel("Username or email").fill(ben.email);
  await page.getByLabel("Username or email").press("Enter");
  await expect(page.getByRole("link", { name: "Ben Cole" })).toBeVisible();
  await page.getByLabel("Label").fill("East");
  await page.getByLabel("Label").press("Enter");
  await expect(page.getByText("The number is saved.")).toBeVisible();
  if (project.name === "js") return;
  await page.getByLabel("Label").fill("South");
  await page.getByLabel("Username or email").fill("zoe");
  await page.getByLabel("Label").press("Enter");
  await expect(page.getByText("Press the button of what you mean")).toBeVisible();
  await expect(page.getByLabel("Label")).toHaveValue("South");
  await expect(page.getByLabel("Username or email")).toHaveValue("zoe");
});

test("what is chosen in a preview stays when somebody in it is sent their invitation again @nojs", async ({
  page,
  company,
  login,
}) => {
  const pending = await company.pending();
  const text = `Name,Email,Status,Department\nBo,bo.${Date.now()}@file.example,Suspended,Li\nZoe,${pending.email},Active,Silva`;
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByLabel("Include anyway").check();
  await page.getByLabel("Department", { exact: true }).selectOption({ label: "Last Name" });
  await page.getByRole("button", { name: `Resend invitation to ${pending.email}` }).click();
  await expect(page.getByText(`Invitation sent again to ${pending.email}`)).toBeVisible();
  await expect(page.getByLabel("Include anyway")).toBeChecked();
  await expect(page.getByLabel("Department", { exact: true }).locator("option:checked")).toHaveText("Last Name");
});

test("the name of a group of a campaign's recipients stays when the campaign is paused @nojs", async ({
  page,
  company,
  login,
}) => {
  const { ben, id } = await sentCampaign(company, [{ state: "failed", errorCode: 30007 }, { state: "waiting" }]);
  await login(page, ben);
  await page.goto(`/campaigns/${id}`);
  await page.getByLabel("Name", { exact: true }).fill("To be called");
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("To be called");
  await page.getByRole("button", { name: "Make Group" }).click();
  await expect(page.getByText("To be called is added, with 1 contact.")).toBeVisible();
});

test("what is typed on a page stays when one of very many groups is looked for there @nojs", async ({
  page,
  company,
  login,
}, { project }) => {
  const line = await company.number();
  const { contactId } = await makeTalk({ line, name: "Olive Grant" });
  const names = Array.from({ length: 120 }, (_, at) => ({ accountId: company.accountId, name: `List ${at}` }));
  await writeDb.insert(contactGroups).values(names);
  await login(page, company.ana);
  await page.goto(`/contacts/${contactId}`);
  await page.getByLabel("Company").fill("Grant & Sons");
  if (project.name === "js") {
    await page.getByLabel("Group", { exact: true }).fill("list 77");
    await page.getByLabel("Group", { exact: true }).press("Enter");
    await expect(page.getByLabel("Group", { exact: true })).toHaveValue("List 77");
  } else {
    await page.getByRole("searchbox", { name: "Search the list" }).fill("list 77");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByLabel("Group", { exact: true }).locator("option:checked")).toHaveText("List 77");
    await expect(page.getByLabel("Company")).toHaveValue("Grant & Sons");
  }
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(page.getByRole("button", { name: "Remove from List 77" })).toBeVisible();
  await expect(page.getByLabel("Company")).toHaveValue("Grant & Sons");
});
