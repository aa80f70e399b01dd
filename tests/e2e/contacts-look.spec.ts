import { contactFields, contactGroups, contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { expect, test } from "@/tests/support/fixtures";
import { brokenWords } from "@/tests/support/run/measure";

test("who ticks a contact sees at once how many are chosen and what can be done @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const { accountId } = company.ana;
  const phone = (at: number) => `+141555502${at}`;
  await writeDb
    .insert(contacts)
    .values(
      Array.from({ length: 30 }, (_, at) => ({ accountId, firstName: `Nora ${at + 10}`, phone: phone(at + 10) })),
    );
  await login(page, company.ana);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("/contacts");
    await expect(page.getByRole("button", { name: "Opt out", exact: true })).toBeHidden();
    await page.getByRole("checkbox", { name: "Select Nora 11" }).check();
    // Without a script the count is drawn.
    if (javaScriptEnabled) await expect(page.getByText("1 selected")).toBeInViewport();
    await expect(page.getByRole("button", { name: "Add to group", exact: true })).toBeInViewport();
    await page.getByRole("checkbox", { name: "Select Nora 25" }).focus();
    const bar = await page.getByRole("group", { name: "Selected contacts" }).boundingBox();
    const row = await page.getByRole("checkbox", { name: "Select Nora 25" }).boundingBox();
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await axe(page);
  }
});

test("whatever a contact group or a field is called, no word of its row is broken @nojs", async ({
  page,
  company,
  login,
}) => {
  const { accountId } = company.ana;
  const name = "Patients of the Regional Implantology and Orthodontics Centre 7";
  await writeDb.insert(contactGroups).values({ accountId, name });
  await writeDb.insert(contactFields).values({ accountId, name, nameKey: name.toLowerCase() });
  await login(page, company.ana);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/contacts/groups", "/contacts/fields"]) {
    await page.goto(path);
    await expect(page.getByRole("link", { name: `Edit ${name}` })).toBeVisible();
    expect(await brokenWords(page), path).toEqual([]);
  }
});

test("of whom only the number is known it stands once in their row", async ({ page, company, login }) => {
  const { accountId } = company.ana;
  await writeDb.insert(contacts).values({ accountId, firstName: "", lastName: "", phone: "+14155550143" });
  await login(page, company.ana);
  const row = page.getByRole("row").filter({ has: page.getByRole("checkbox", { name: "Select (415) 555-0143" }) });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("/contacts");
    await expect(row.getByRole("link", { name: "(415) 555-0143", exact: true })).toBeVisible();
    await expect(row.getByText("(415) 555-0143")).toHaveCount(1);
  }
});

test("what is cut in a contact's row, or a number's, is whole on the screen while it has the focus", async ({
  page,
  company,
  login,
}) => {
  const { accountId } = company.ana;
  const name = "Maximiliane Oberhauser-Wolfenstein of the Northern Harbour Dental Practice";
  await writeDb.insert(contacts).values({ accountId, firstName: name, phone: "+14155550144" });
  const label = "Donaudampfschifffahrtsgesellschaftskapitänskajüte";
  await company.number({ label });
  await login(page, company.ana);
  await page.setViewportSize({ width: 1280, height: 800 });
  const whole = page.locator("main div[aria-hidden=true]");
  const check = async (words: string) => {
    const link = page.locator("main tbody a").first();
    // What has the focus before its script is there is looked at when it has it again.
    await expect(async () => {
      await page.locator("main thead a").first().focus();
      await link.focus();
      await expect(whole).toHaveText(words, { timeout: 2_000 });
    }).toPass();
    await expect(whole).toBeVisible();
  };
  await page.goto("/contacts");
  await check(name);
  await page.setViewportSize({ width: 1024, height: 800 });
  await page.goto("/admin/numbers");
  await check(label);
});
