import { contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { formatNumber } from "@/lib/numbers/format-number";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("a contact is added, found, written about, opted out with a reason and deleted @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  const talk = await makeTalk({ line, name: "Marisol Vega", lines: ["Are you open?"] });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto("/inbox");
  await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Contacts" }).click();
  await expect(page.getByRole("heading", { name: "Contacts", exact: true })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Marisol Vega" })).toContainText("Allowed");
  await axe(page);

  await page.getByRole("link", { name: "+ Add Contact" }).first().click();
  await page.getByLabel("First Name", { exact: true }).fill("Nora");
  await page.getByLabel("Last Name", { exact: true }).fill("Quist");
  await page.getByLabel("Phone Number", { exact: true }).fill("12");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByLabel("Phone Number", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("First Name", { exact: true })).toHaveValue("Nora");
  await axe(page);
  await page.getByLabel("Phone Number", { exact: true }).fill("(415) 555-0133");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: "Nora Quist", exact: true })).toBeVisible();
  await page.getByLabel("Notes", { exact: true }).fill("Likes the window table.");
  await page.getByLabel("Time Zone", { exact: true }).selectOption("America/Chicago");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("Notes", { exact: true })).toHaveValue("Likes the window table.");
  await axe(page);
  await page.getByLabel("Other Contact", { exact: true }).fill(talk.phone);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("list", { name: "Conversations" })).toContainText("Are you open?");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("None on your lines.")).toBeVisible();
  await page.getByLabel("Reason", { exact: true }).fill("Told us at the desk");
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByText("Nora Quist has opted out of texts.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Consent" })).toContainText("Told us at the desk");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Are you sure you want to permanently delete Nora Quist?" });
  await expect(question).toContainText("Conversations and their messages stay");
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Contacts", exact: true })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Nora Quist" })).toHaveCount(0);
});

test("a name that is typed in full leaves no list over what comes next", async ({ page, company, login }) => {
  const line = await company.number();
  const other = await makeTalk({ line, name: "Zoë Núñez" });
  const { contactId } = await makeTalk({ line, name: "Zoë Núñez" });
  await login(page, company.ana);
  await page.goto(`/contacts/${contactId}`);
  const field = page.getByRole("combobox", { name: "Other Contact", exact: true });
  const options = page.getByRole("listbox", { name: "Choices" }).getByRole("option");
  const answered = (words: string) =>
    page.waitForResponse((response) => new URL(response.url()).searchParams.get("search") === words);
  const type = async (words: string) => {
    const answer = answered(words);
    await field.fill(words);
    await answer;
  };
  await type("zoe nun");
  await expect(options).toHaveText([/Zoë Núñez/]);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await type("zoe nunez");
  await expect(options).toHaveCount(0);
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(field).toHaveValue("zoe nunez");
  await field.press("ArrowDown");
  await expect(options).toHaveText([/Zoë Núñez/]);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await field.press("Escape");
  await expect(field).toHaveValue("zoe nunez");
  await field.press("Tab");
  await expect(field).toHaveValue("zoe nunez");
  await type("Zoë Núñez");
  await field.press("Tab");
  await expect(field).toHaveValue(other.phone);
  await type("Zoë Núñez");
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("list", { name: "Other telephones" })).toContainText(formatNumber(other.phone));
});

test("a contact is erased, with what was said, and their number is texted by nobody @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  const lines = ["My daughter is called Ines"];
  const talk = await makeTalk({ line, name: "Marisol Vega", phone: "+14155550142", lines });
  await login(page, await company.admin({ name: "Hana Sato", lines: [line] }));
  await page.goto(`/contacts/${talk.contactId}`);
  await page.getByRole("button", { name: "Erase", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Are you sure you want to erase everything about Marisol Vega?" });
  await expect(question).toContainText("The words of all messages with them go");
  await axe(page);
  await question.getByRole("button", { name: "Erase", exact: true }).click();
  await expect(page.getByText("The contact is erased.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Marisol Vega" })).toHaveCount(0);
  await page.goto(`/inbox/${talk.id}`);
  const said = page.getByRole("list", { name: "Messages" });
  await expect(said).toContainText("Hana Sato erased this contact");
  await expect(said).not.toContainText("Ines");
  await expect(page.getByText("This contact was erased: they get no texts.")).toBeVisible();
  await axe(page);
  await page.goto("/admin/activity");
  await expect(page.getByText("Hana Sato erased a contact")).toBeVisible();
  await expect(page.getByText("Marisol")).toHaveCount(0);
  await page.goto("/contacts/new");
  await page.getByLabel("Phone Number", { exact: true }).fill(talk.phone);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("is added. This number has opted out: it gets no texts.")).toBeVisible();
  await expect(page.getByText(/has opted out of texts\./)).toBeVisible();
});

test("several are ticked and opted out, and the list is filtered by it @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  for (const name of ["Abe Castle", "Bo Castle", "Cy Quist"]) await makeTalk({ line, name });
  await login(page, company.ana);
  await page.goto("/contacts");
  await expect(page.getByRole("button", { name: "Opt out", exact: true })).toBeHidden();
  await expect(page.getByLabel("All 3 that match", { exact: true })).toBeVisible();
  for (const name of ["Abe Castle", "Bo Castle"]) await page.getByLabel(`Select ${name}`).check();
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Opt out 2 contacts?" })).toBeVisible();
  await axe(page);
  await page.getByLabel("Reason", { exact: true }).fill("They asked us to");
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByText("2 contacts get no texts any more.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Opted out" })).toHaveCount(0);
  for (const name of ["Abe Castle", "Bo Castle"]) await page.getByLabel(`Select ${name}`).check();
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await page.getByLabel("Reason", { exact: true }).fill("They asked us to");
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByText("2 contacts get no texts any more.")).toBeVisible();
  await page.goto("/contacts?texts=opted-out&search=castle");
  await expect(page.getByLabel("Search contacts")).toHaveValue("castle");
  await expect(page.getByRole("row").filter({ hasText: "Opted out" })).toHaveCount(2);
  await page.goto("/contacts?search=nobody");
  await expect(page.getByText("Nobody found")).toBeVisible();
});

test("all that match are chosen at once, on this page and beyond it @nojs", async ({ page, company, login, axe }) => {
  const line = await company.number();
  for (let at = 10; at < 37; at++) await makeTalk({ line, name: `Castle ${at}` });
  await makeTalk({ line, name: "Cy Quist" });
  await login(page, company.ana);
  await page.goto("/contacts?search=castle&texts=allowed");
  await expect(page.getByLabel("All 27 that match", { exact: true })).toBeVisible();
  await page.goto("/contacts?search=castle");
  await expect(page.getByLabel("Select Castle 10")).toBeVisible();
  await page.getByLabel("All 27 that match", { exact: true }).check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("heading", { name: /permanently delete 27 contacts\?$/ })).toBeVisible();
  await expect(page.getByText("Castle 36")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("27 contacts deleted.")).toBeVisible();
  await expect(page.getByText("Nobody found")).toBeVisible();
  await page.goto("/contacts");
  await page.getByLabel("All 1 that match", { exact: true }).check();
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Opt out 1 contact?" })).toBeVisible();
});

test("contacts that are chosen stay chosen over pages and searches; Shift and Space choose the range", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  for (let at = 10; at < 40; at++) await makeTalk({ line, name: `Castle ${at}` });
  await login(page, company.ana);
  await page.goto("/contacts");
  await page.getByLabel("Select Castle 12").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Select Castle 14")).toBeFocused();
  await page.keyboard.press("Shift+Space");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await page.getByLabel("Select Castle 39").check();
  await expect(page.getByText("4 selected")).toBeVisible();
  await page.getByLabel("Search contacts").fill("Castle 13");
  await expect(page.getByRole("row").filter({ hasText: "Castle 14" })).toHaveCount(0);
  await expect(page.getByLabel("Select Castle 13")).toBeChecked();
  await expect(page.getByText("4 selected")).toBeVisible();
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Opt out 4 contacts?" })).toBeVisible();
  await expect(page.getByText("Castle 12, Castle 13, Castle 14, Castle 39")).toBeVisible();
});

test("on a phone the main act stands beside the title, the others behind More @nojs", async ({
  page,
  company,
  login,
}) => {
  await login(page, company.ana);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/contacts");
  await expect(page.getByRole("link", { name: "+ Add Contact" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Import Contacts" })).toBeHidden();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("link", { name: "Import Contacts" }).click();
  await expect(page.getByRole("heading", { name: "Import Contacts" })).toBeVisible();
});

test("more than can be sent at once are not sent, and it is said how many can be", async ({ page, company, login }) => {
  const { accountId } = company;
  const many = Array.from({ length: 310 }, (_, at) => {
    return { accountId, firstName: "Castle", lastName: String(1000 + at), phone: `+1415555${1000 + at}` };
  });
  await writeDb.insert(contacts).values(many);
  await login(page, company.ana);
  await page.goto("/contacts?size=100");
  for (const chosen of ["100", "200", "300", "310"]) {
    await page.getByLabel("Select all on this page").check();
    await expect(page.getByText(`${chosen} selected`)).toBeVisible();
    if (chosen !== "310") await page.getByRole("link", { name: "Next" }).click();
    if (chosen !== "310") await expect(page.getByLabel("Select all on this page")).not.toBeChecked();
  }
  await expect(page.getByText("Choose 300 at most, or all that match.")).toBeVisible();
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page).toHaveURL(/\/contacts\?/);
  await page.getByLabel("All 310 that match").check();
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Opt out 310 contacts?" })).toBeVisible();
});
