import { expect, test } from "@/tests/support/fixtures";
import { linesOf, statusOf } from "@/tests/support/rows";
import { makeTalk } from "@/tests/support/talk";

test("ticked people are disabled after one question that says who is left out and why @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const [ben, cara] = [await company.endUser({ name: "Ben Ortiz" }), await company.endUser({ name: "Cara Novak" })];
  const gone = await company.disabled({ name: "Dev Patel" });
  await login(page, company.ana);
  await page.goto("/admin/users?sort=-name");
  await expect(page.getByRole("button", { name: "Disable" })).toHaveCount(0);
  for (const name of [ben.name, gone.name, company.ana.name]) await page.getByLabel(`Select ${name}`).check();
  await axe(page);
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("heading", { name: "Disable 1 user?" })).toBeVisible();
  await expect(page.getByText("Ana Silva: you can't do this to yourself.")).toBeVisible();
  await expect(page.getByText("Dev Patel: disabled already.")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/admin\/users\?sort=-name$/);
  await page.getByLabel(`Select ${ben.name}`).check();
  await page.getByLabel(`Select ${cara.name}`).check();
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("heading", { name: "Disable 2 users?" })).toBeVisible();
  await expect(page.getByRole("row")).toHaveText([/Name/, /Ben Ortiz/, /Cara Novak/]);
  await axe(page);
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("2 users are disabled.")).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/users\?sort=-name$/);
  expect(await Promise.all([ben, cara].map(statusOf))).toEqual(["Disabled", "Disabled"]);
});

test("all that match a search are counted and enabled, however few are ticked @nojs", async ({ page, company, login }, {
  project,
}) => {
  for (let at = 0; at < 30; at++) await company.disabled({ name: `Person ${at}` });
  await company.disabled({ name: "Somebody Else" });
  await login(page, company.ana);
  await page.goto("/admin/users?search=person");
  await page.getByLabel("Select Person 1", { exact: true }).check();
  // They lie on several pages, and are counted all the same.
  await page.getByLabel("All 30 that match").check();
  if (project.name === "js") await expect(page.getByText("30 selected", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByRole("heading", { name: "Enable 30 users?" })).toBeVisible();
  await page.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("30 users are enabled.")).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/users\?search=person$/);
  await page.goto("/admin/users");
  await expect(page.getByRole("navigation", { name: "Which users" })).toContainText("Disabled 1");
});

test("a role at a group and products are chosen on the way @nojs", async ({ page, company, login, axe }) => {
  const ben = await company.endUser({ name: "Ben Ortiz", products: ["texting"] });
  await company.group("West");
  await login(page, company.ana);
  await page.goto("/admin/users");
  const row = page.getByRole("row").filter({ hasText: ben.email });
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Assign to group" }).click();
  await expect(page.getByRole("heading", { name: "Assign 1 user to a group?" })).toBeVisible();
  await axe(page);
  await expect(page.getByLabel("Role")).toHaveValue("end-user");
  await page.getByRole("button", { name: "Assign to group" }).click();
  await expect(page.getByLabel("Group")).toHaveAccessibleDescription("Choose a group.");
  await page.getByLabel("Role").selectOption({ label: "Messaging Agent" });
  await page.getByLabel("Group").selectOption({ label: "West" });
  await page.getByRole("button", { name: "Assign to group" }).click();
  await expect(page.getByText("1 user is assigned to the group.")).toBeVisible();
  await expect(row).toContainText("Messaging Agent · West");

  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Add role" }).click();
  await expect(page.getByRole("heading", { name: "Add a role to 1 user?" })).toBeVisible();
  await expect(page.getByLabel("Group")).toHaveValue(company.rootGroupId);
  await page.getByRole("button", { name: "Add role" }).click();
  await expect(page.getByLabel("Role")).toHaveAccessibleDescription("Choose a role.");
  await page.getByLabel("Role").selectOption({ label: "Viewer" });
  await page.getByRole("button", { name: "Add role" }).click();
  await expect(row).toContainText("Viewer");

  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Change products" }).click();
  await page.getByLabel("Chat").check();
  await page.getByRole("button", { name: "Change products" }).click();
  await expect(page.getByText("The products of 1 user are changed.")).toBeVisible();
  await expect(row).toContainText("Texting, Chat");

  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "Delete 1 user?" })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("1 user is deleted.")).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("a line is given to many and taken from them, and given back @nojs", async ({ page, company, login, axe }) => {
  const line = await company.number({ label: "Recalls" });
  const [ben, cara] = [
    await company.endUser({ name: "Ben Ortiz", lines: [line] }),
    await company.pending({ name: "Cara Novak" }),
  ];
  await login(page, company.ana);
  await page.goto("/admin/users?sort=-name");
  const tick = async () => {
    for (const { name } of [ben, cara]) await page.getByLabel(`Select ${name}`).check();
  };
  await tick();
  await axe(page);
  await page.getByRole("button", { name: "Give line" }).click();
  await expect(page.getByRole("heading", { name: "Give a line to 2 users?" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Give line" }).click();
  await expect(page.getByLabel("Line", { exact: true })).toHaveAccessibleDescription("Choose a line.");
  await page.getByLabel("Line", { exact: true }).selectOption({ value: line.id });
  await page.getByRole("button", { name: "Give line" }).click();
  await expect(page.getByText("1 user is given the line; 1 was left out.")).toBeVisible();
  await expect(page).toHaveURL(/\/admin\/users\?sort=-name$/);
  expect(await linesOf(cara)).toEqual([line.id]);
  await tick();
  await page.getByRole("button", { name: "Take line" }).click();
  await expect(page.getByRole("heading", { name: "Take a line from 2 users?" })).toBeVisible();
  await page.getByLabel("Line", { exact: true }).selectOption({ value: line.id });
  await page.getByRole("button", { name: "Take line" }).click();
  await expect(page.getByText("2 users are without the line now.")).toBeVisible();
  expect(await linesOf(ben)).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  expect(await Promise.all([ben, cara].map(linesOf))).toEqual([[line.id], [line.id]]);
});

test("who is disabled or deleted with others lets go of conversations, which the question says", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const [ben, cara] = [await company.endUser({ name: "Ben Ortiz" }), await company.endUser({ name: "Cara Novak" })];
  for (const claimedBy of [ben, ben, cara, company.ana]) await makeTalk({ line, claimedBy });
  await login(page, company.ana);
  const them = [ben, cara, company.ana].map(({ memberId }) => `&member=${memberId}`).join("");
  for (const act of ["disable", "delete"]) {
    await page.goto(`/admin/users/bulk?act=${act}${them}`);
    await expect(page.getByText("Conversations released: 3.")).toBeVisible();
  }
  await page.goto(`/admin/users/bulk?act=products${them}`);
  await expect(page.getByRole("heading", { name: "Change the products of 2 users?" })).toBeVisible();
  await expect(page.getByText("Conversations released")).toHaveCount(0);
});

test("a whole page is ticked with one box, a hundred people at once", async ({ page, company, login }) => {
  for (let at = 0; at < 104; at++) await company.endUser({ name: `Person ${String(at).padStart(3, "0")}` });
  await login(page, company.ana);
  await page.goto("/admin/users?size=100");
  const all = page.getByLabel("Select all on this page");
  await all.check();
  await expect(page.getByLabel("Select Person 050")).toBeChecked();
  await page.getByLabel("Select Person 050").uncheck();
  expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  await all.check();
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("heading", { name: "Disable 99 users?" })).toBeVisible();
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("99 users are disabled; 1 was left out.")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(all).not.toBeChecked();
});

test("addresses that say nothing, and people who may not @nojs", async ({ page, company, login, openPage }) => {
  const ben = await company.endUser();
  await login(page, company.ana);
  for (const query of ["", "?act=explode&all=1"])
    expect((await page.goto(`/admin/users/bulk${query}`))?.status(), query).toBe(404);
  for (const query of ["?act=delete", "?act=delete&member=nonsense", `?act=delete&member=${crypto.randomUUID()}`]) {
    await page.goto(`/admin/users/bulk${query}`);
    await expect(page.getByRole("heading", { name: "Nobody is selected" })).toBeVisible();
  }
  const lesser = await openPage(ben);
  expect((await lesser.goto(`/admin/users/bulk?act=disable&member=${ben.memberId}`))?.status()).toBe(404);
  const watcher = await openPage(await company.endUser({ role: "viewer" }));
  await watcher.goto("/admin/users");
  await expect(watcher.getByRole("checkbox")).toHaveCount(0);
  await expect(watcher.getByRole("link", { name: "Invite Users" })).toHaveCount(0);
  expect((await watcher.goto(`/admin/users/bulk?act=disable&member=${ben.memberId}`))?.status()).toBe(404);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("people are ticked and asked about, and nothing is wider than the screen @nojs", async ({
    page,
    company,
    login,
  }) => {
    const ben = await company.endUser({ name: "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh" });
    await login(page, company.ana);
    await page.goto("/admin/users");
    await page.getByLabel(`Select ${ben.name}`).check();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(360);
    for (const act of ["Add role", "Change products", "Disable"]) {
      await page.goto("/admin/users");
      await page.getByLabel(`Select ${ben.name}`).check();
      await page.getByRole("button", { name: act }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("1 user?");
      expect(await width(), act).toBeLessThanOrEqual(360);
    }
  });
});

test("what a list is narrowed to with a script is counted once somebody chooses", async ({ page, company, login }) => {
  for (let at = 0; at < 30; at++) await company.disabled({ name: `Person ${at}` });
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByLabel("Search users").fill("person");
  await expect(page).toHaveURL(/search=person/);
  await page.getByLabel("Select Person 1", { exact: true }).check();
  await expect(page.getByLabel("All 30 that match")).toBeVisible();
});
