import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { formatNumber } from "@/lib/numbers/format-number";
import { expect, test } from "@/tests/support/fixtures";
import { expire, linkTo } from "@/tests/support/links";

test("the list says who works here, in which state, and what to do next @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const [active, pending, disabled] = [await company.endUser(), await company.pending(), await company.disabled()];
  await login(page, company.ana);
  await page.goto("/admin/users");
  await expect(page).toHaveTitle("Users · Lineup");
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  for (const name of ["Name", "Email", "Username", "Role", "Products", "Lines", "Status", "Last login"])
    await expect(page.getByRole("columnheader", { name, exact: true })).toHaveCount(1);
  for (const [person, status] of [
    [active, "Active"],
    [pending, "Pending"],
    [disabled, "Disabled"],
  ] as const) {
    const row = page.getByRole("row").filter({ hasText: person.email });
    await expect(row).toContainText(person.name);
    await expect(row.getByText(status, { exact: true })).toBeVisible();
    await expect(row.getByText("Never", { exact: true })).toBeVisible();
  }
  const tabs = page.getByRole("navigation", { name: "Which users" });
  await expect(tabs.getByRole("link")).toHaveText(["All 4", "Active 2", "Pending 1", "Disabled 1", "Expired"]);
  await axe(page);
});

test("search, filters, sort and page size stand in the address @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const ben = await company.admin({ name: "Ben Ortiz" });
  await company.endUser({ name: "Zoë Lefèvre" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByLabel("Search users").fill("LEFEVRE");
  await page.getByLabel("Search users").press("Enter");
  await expect(page).toHaveURL(/[?&]search=LEFEVRE/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.goto("/admin/users");
  await page.getByLabel("Role").selectOption({ label: "Admin" });
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/[?&]role=admin/);
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("columnheader", { name: "Name", exact: true }).getByRole("link").click();
  await expect(page).toHaveURL(/[?&]sort=-name/);
  await expect(page.getByRole("columnheader", { name: "Name", exact: true })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(page.getByRole("row").nth(1)).toContainText(ben.name);
  await page.getByRole("link", { name: "50", exact: true }).click();
  await expect(page).toHaveURL(/role=admin.*size=50/);
});

test("groups, products and expired invitations are filtered by the address @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const west = await company.group("West");
  const store = await company.group("Store 4", west.id);
  const ben = await company.endUser({ name: "Ben Ortiz", groupId: store.id, products: ["chat"] });
  const cara = await company.pending({ name: "Cara Novak" });
  await expire(await linkTo(cara, "invitation"));
  await linkTo(await company.pending({ name: "Dev Patel" }), "invitation");
  await login(page, company.ana);
  const shows = async (label: string, option: string, found: RegExp, names: string[]) => {
    await page.goto("/admin/users");
    await page.getByLabel(label, { exact: true }).selectOption({ label: option });
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(found);
    await expect(page.getByRole("row")).toHaveCount(names.length + 1);
    for (const name of names) await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
  };
  await shows("Group", "West", new RegExp(`group=${west.id}`), [ben.name]);
  await shows("Group", "Store 4", new RegExp(`group=${store.id}`), [ben.name]);
  await shows("Product", "Chat", /product=chat/, ["Ana Silva", ben.name, cara.name, "Dev Patel"]);
  await shows("Status", "Expired", /status=Expired/, [cara.name]);
  await page.goto(`/admin/users?group=${crypto.randomUUID()}`);
  await expect(page.getByRole("row")).toHaveCount(5);
});

test("the list is downloaded as it is filtered, and does nothing in a spreadsheet", async ({
  page,
  company,
  login,
}) => {
  const desk = await company.number();
  const ben = await company.endUser({ name: "=Ben Ortiz", lines: [desk], products: ["texting"] });
  await company.pending({ name: "Cara Novak" });
  await login(page, company.ana);
  await page.goto("/admin/users?status=Active&sort=-name");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^users-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(
    text.startsWith("\ufeffName,Email,Username,Role,Products,Lines,Status,Last login,Invitation expires\r\n"),
  ).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1).trim(), { header: true });
  expect(data.map((row) => row.Name).sort()).toEqual(["'=Ben Ortiz", "Ana Silva"]);
  expect(data.find((row) => row.Email === ben.email)).toMatchObject({
    Role: "End User",
    Products: "Texting",
    Lines: formatNumber(desk.e164),
    Status: "Active",
  });
});

test("lines lead to the person's access, inviting to its page @nojs", async ({ page, company, login }) => {
  const ben = await company.endUser({ lines: [await company.number(), await company.number()] });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const row = page.getByRole("row").filter({ hasText: ben.email });
  await expect(row.getByRole("link", { name: "2", exact: true })).toHaveAttribute(
    "href",
    `/admin/users/${ben.memberId}#access`,
  );
  await expect(page.getByRole("link", { name: "Invite Users" })).toHaveAttribute("href", "/admin/users/invite");
  await expect(page.getByRole("link", { name: "+ Add User" })).toBeVisible();
});

test("nothing found says so and leads back @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/admin/users?search=nobody-is-called-this&status=Active");
  await expect(page.getByRole("navigation", { name: "Pages" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "+ Add User" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nobody found" })).toBeVisible();
  await page.getByRole("link", { name: "Clear search and filters" }).click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByRole("heading", { name: "Only you so far" })).toBeVisible();
});

test("sixty people are paged forth and back @nojs", async ({ page, company, login }) => {
  for (let at = 10; at < 69; at++) await company.endUser({ name: `Person ${at}` });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const pages = page.getByRole("navigation", { name: "Pages" });
  await expect(pages).toContainText("1–25 of 60");
  await expect(pages.getByRole("link")).toHaveText(["Next", "Last"]);
  await pages.getByRole("link", { name: "Next" }).click();
  await expect(pages).toContainText("26–50 of 60");
  await pages.getByRole("link", { name: "Last" }).click();
  await expect(pages).toContainText("36–60 of 60");
  await pages.getByRole("link", { name: "Previous" }).click();
  await expect(pages).toContainText("11–35 of 60");
  await pages.getByRole("link", { name: "First" }).click();
  await expect(pages).toContainText("1–25 of 60");
});

test("a row's menu does what suits the person, by mouse and by keyboard", async ({ page, company, login, axe }) => {
  const [active, pending] = [
    await company.endUser({ name: "Cara Novak" }),
    await company.pending({ name: "Dev Patel" }),
  ];
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: `Actions for ${active.name}` }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Edit", "Reset Password", "Disable", "Change access", "Delete"]);
  await axe(page);
  await page.getByRole("menuitem", { name: "Disable" }).click();
  await expect(page.getByRole("status")).toContainText(`${active.name} is disabled.`);
  const row = page.getByRole("row").filter({ hasText: active.email });
  await expect(row.getByText("Disabled", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: `Actions for ${active.name}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Enable" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitem")).toHaveCount(0);
  await expect(page.getByRole("link", { name: `Actions for ${active.name}` })).toBeFocused();

  await page.getByRole("link", { name: `Actions for ${pending.name}` }).click();
  await page.getByRole("menuitem", { name: "Copy invitation link" }).click();
  await expect(page.getByLabel("Invitation link")).toHaveValue(/\/welcome\?token=/);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: `Actions for ${company.ana.name}` }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Edit", "Reset Password"]);
});

test("the menu's Delete asks first", async ({ page, company, login }) => {
  const person = await company.endUser();
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.getByRole("link", { name: `Actions for ${person.name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("dialog")).toContainText(`Are you sure you want to permanently delete ${person.name}?`);
});

test("an End User has no such page and no way to it @nojs", async ({ page, company, login }) => {
  const person = await company.endUser();
  await login(page, person);
  for (const path of ["/admin/users", "/admin/users/new", `/admin/users/${company.ana.memberId}`])
    expect((await page.goto(path))?.status(), path).toBe(404);
  await page.goto("/settings/profile");
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);
});

test("another company's person and an unknown one look the same @nojs", async ({ page, company, login, openPage }) => {
  const stranger = await openPage();
  await login(page, company.ana);
  const bodies: string[] = [];
  for (const id of ["0199d3a0-0000-7000-8000-000000000000", "not-an-id"]) {
    expect((await page.goto(`/admin/users/${id}`))?.status()).toBe(404);
    bodies.push((await page.locator("main").textContent()) ?? "");
  }
  expect(new Set(bodies).size).toBe(1);
  await stranger.goto(`/admin/users/${company.ana.memberId}`);
  await expect(stranger).toHaveURL(/\/login\?next=/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the list is people: the row opens the person, nothing is cut off @nojs", async ({ page, company, login }) => {
    const person = await company.endUser({
      name: "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh-Cholmondeley",
    });
    await login(page, company.ana);
    await page.goto("/admin/users");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole("link", { name: person.name, exact: true }).click();
    await expect(page.getByRole("heading", { name: person.name })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
