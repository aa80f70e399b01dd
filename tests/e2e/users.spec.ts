import { expect, test } from "@/tests/support/fixtures";

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
  }
  const tabs = page.getByRole("navigation", { name: "Users by status" });
  await expect(tabs.getByRole("link")).toHaveText(["All 4", "Active 2", "Pending 1", "Disabled 1"]);
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

test("nothing found says so and leads back @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/admin/users?search=nobody-is-called-this&status=Active");
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
  await expect(page.getByRole("menuitem")).toHaveText(["Edit", "Reset Password", "Disable", "Delete"]);
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
