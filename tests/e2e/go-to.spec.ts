import type { Page } from "@playwright/test";
import type { Company } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

const keptFocus = async (page: Page, after: string) =>
  expect(await page.evaluate(() => document.activeElement?.tagName), `focus after ${after}`).not.toBe("BODY");

const named = (company: Company, ...names: string[]) => Promise.all(names.map((name) => company.endUser({ name })));

/** On a page that has just come: a key that is pressed before its script is there is lost, and pressed again. */
const askGoTo = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Go to" })).toBeFocused({ timeout: 2_000 });
  }).toPass();

test("Go to leads to people, groups, numbers and pages, within what one may see", async ({
  page,
  company,
  login,
  openPage,
  axe,
}) => {
  const west = await company.group("Westerland");
  const [ben] = await named(company, "Ben Westerly");
  const agent = await company.endUser({ role: "admin", groupId: west.id, name: "Wim West" });
  await login(page, company.ana);
  await page.goto("/settings/profile");
  const field = page.getByRole("combobox", { name: "Go to" });
  await askGoTo(page);
  await page.keyboard.type("wester");
  const found = (where: typeof page) => where.getByRole("dialog", { name: "Go to" }).getByRole("option");
  await expect(found(page)).toHaveText([/Westerland/, /Ben Westerly/]);
  await axe(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(ben?.memberId ?? "?"));
  await keptFocus(page, "Go to");
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("nothing is called this");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await page.locator("body").press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");

  const lesser = await openPage(agent);
  await lesser.goto("/admin/users");
  await askGoTo(lesser);
  await lesser.keyboard.type("wester");
  await expect(found(lesser)).toHaveText([/Westerland/]);
});

test("from a message's Close Go to leads to the page, not to where the message was", async ({
  page,
  company,
  login,
}) => {
  const { id } = await company.group("Westerland");
  await login(page, company.ana);
  await page.goto(`/admin/groups/${id}`);
  await page.getByLabel("Name", { exact: true }).fill("Westland");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Close", exact: true }).focus();
  await askGoTo(page);
  await page.keyboard.type("numbers");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Numbers" })).toBeVisible();
  // Longer than it takes until a better place is sought.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await expect(page.locator("#content")).toBeFocused();
});

test("who types on in Go to and presses Enter at once goes to what they typed", async ({ page, company, login }) => {
  const west = await company.group("Westerland");
  await login(page, company.ana);
  await page.goto("/settings/profile");
  await askGoTo(page);
  await expect(page.getByRole("dialog", { name: "Go to" }).getByRole("option").first()).toBeVisible();
  await page.keyboard.type("westerland");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/admin/groups/${west.id}`));
  await keptFocus(page, "Go to");
});

test("Go to has what begins with the letters before what only has them in it, and pages before people", async ({
  page,
  company,
  login,
}) => {
  await named(company, "Petro Ilves", "Anna-Lena Roth", "Rosa Quirk", "Nuno Rossi");
  await company.group("Rostock");
  await company.number({ label: "Rotunda" });
  await login(page, company.ana);
  await page.goto("/settings/profile");
  const found = page.getByRole("dialog", { name: "Go to" }).getByRole("option");
  await askGoTo(page);
  await page.keyboard.type("ro");
  const whole = [/^Roles/, /^Rosa Quirk/, /^Rostock/, /Rotunda$/];
  const word = [/^Anna-Lena Roth/, /^Nuno Rossi/];
  const within = [/^Groups/, /^Edit Profile/, /^Petro Ilves/, /^Main Group/];
  await expect(found).toHaveText([...whole, ...word, ...within]);
});

test("who switches keys of one letter off by the help keeps Ctrl+K and loses nothing else", async ({
  page,
  company,
  login,
}) => {
  await company.number();
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.locator("body").press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.getByRole("link", { name: "switched off" }).click();
  await expect(page).toHaveURL(/\/settings\/profile/);
  await expect(help).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Keyboard shortcuts of one letter" }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  for (const list of ["users", "numbers", "groups"]) {
    await page.goto(`/admin/${list}`);
    await page.locator("body").press("?");
    await page.locator("body").press("/");
    await askGoTo(page);
    await expect(help).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(page.getByLabel(`Search ${list}`)).not.toBeFocused();
  }
  await expect(page.locator("[aria-keyshortcuts]")).toHaveCount(0);
});
