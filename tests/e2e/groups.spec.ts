import { makeCompany } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

test("an Admin adds groups, renames, moves and removes one @nojs", async ({ page, company, login, axe }) => {
  const east = await company.group("East");
  await login(page, company.ana);
  await page.goto("/admin/groups");
  await expect(page.getByRole("heading", { name: "Groups", exact: true })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "+ Add Group" }).click();
  await expect(page).toHaveTitle("New Group · Lineup");
  await axe(page);
  await page.getByRole("button", { name: "Add Group" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/^Enter a name/);
  await page.getByLabel("Name", { exact: true }).fill("east");
  await page.getByRole("button", { name: "Add Group" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(
    "There is a group of that name here already.",
  );
  await page.getByLabel("Name", { exact: true }).fill("Store 4");
  await page.getByLabel("Location", { exact: true }).check();
  await page.getByRole("button", { name: "Add Group" }).click();
  await expect(page.getByRole("heading", { name: "Store 4", exact: true })).toBeVisible();
  await expect(page).toHaveTitle("Store 4 · Lineup");
  await axe(page);

  await expect(page.getByLabel("Location", { exact: true })).toBeChecked();
  await page.getByLabel("Name", { exact: true }).fill("Store 5");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Store 5 is saved.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Store 4", exact: true })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Store 4");
  await page.getByLabel("Name", { exact: true }).fill("Store 5");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Store 5", exact: true })).toBeVisible();
  await page.getByLabel("Parent Group", { exact: true }).selectOption(east.id);
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("Store 5 is now under East.")).toBeVisible();
  const trail = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(trail).toContainText("GroupsMain GroupEast");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await expect(trail).not.toContainText("East");
  await expect(page.getByLabel("Parent Group", { exact: true })).toHaveValue(company.rootGroupId);
  await page.getByLabel("Parent Group", { exact: true }).selectOption(east.id);
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(trail).toContainText("GroupsMain GroupEast");

  await page.goto("/admin/groups?search=store");
  await expect(page.getByRole("list", { name: "Groups found" })).toContainText("Main Group ▸ East");
  await page.getByRole("link", { name: "Store 5" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Are you sure you want to remove Store 5?" });
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Store 5 is removed.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "East", exact: true })).toBeVisible();
});

test("people are assigned in a group, found by where their role comes from, and taken out @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const west = await company.group("West");
  const store = await company.group("Store 4", west.id);
  const hana = await company.endUser({ name: "Hana Sato" });
  await company.endUser({ name: "Finn Larsen", groupId: store.id, role: "sender" });
  await login(page, company.ana);
  await page.goto(`/admin/groups/${west.id}`);
  await expect(page.getByText("Nobody yet")).toBeVisible();
  await page.getByLabel("Username or email").fill("nobody.at.all");
  await page.getByLabel("Role", { exact: true }).selectOption("Viewer");
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByLabel("Username or email")).toHaveAccessibleDescription("No such user in your company.");
  await page.getByLabel("Username or email").fill(hana.email);
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("Hana Sato is now Viewer in West.")).toBeVisible();
  const people = page.getByRole("list", { name: "People", exact: true });
  await expect(people).toContainText("Hana Sato");
  await axe(page);

  await page.getByRole("link", { name: "Inherited", exact: true }).click();
  await expect(people).toContainText("Ana Silva");
  await expect(people).toContainText("Admin in Main Group");
  await page.getByRole("link", { name: "Below", exact: true }).click();
  await expect(people).toContainText("Sender in Store 4");
  await expect(page).toHaveURL(/which=below/);
  await axe(page);
  await page.getByRole("link", { name: "Direct", exact: true }).click();
  await page.getByRole("button", { name: "Remove Hana Sato as Viewer" }).click();
  await expect(page.getByText("Hana Sato is no longer Viewer in West.")).toBeVisible();

  await page.goto(`/admin/groups/${store.id}`);
  await expect(page.getByText("There is still something in Store 4: 1 person.")).toBeVisible();
  await page.getByRole("button", { name: "Remove Finn Larsen as Sender" }).click();
  await expect(page.getByText(/Finn Larsen would be left without any role/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Invite Users" })).toHaveAttribute(
    "href",
    `/admin/users/invite?group=${store.id}`,
  );
  await expect(page.getByRole("link", { name: "Show in Users" })).toHaveAttribute(
    "href",
    `/admin/users?group=${store.id}`,
  );
});

test("a Viewer reads, an Admin of a part manages that part, everybody else finds nothing @nojs", async ({
  page,
  company,
  login,
  openPage,
  problems,
}) => {
  problems.allow(/404/);
  const [west, east] = [await company.group("West"), await company.group("East")];
  const line = await company.number({ groupId: west.id, label: "Front desk" });
  const hana = await company.endUser({ name: "Hana Sato", groupId: west.id, lines: [line] });
  await login(page, await company.endUser({ role: "viewer" }));
  await page.goto(`/admin/groups/${west.id}`);
  await expect(page.getByRole("list", { name: "People", exact: true })).toContainText("Hana Sato");
  await expect(page.getByRole("link", { name: "Hana Sato" })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await page.getByRole("list", { name: "Numbers" }).getByRole("link").click();
  await expect(page.getByRole("list", { name: "Who has access" })).toContainText("Hana Sato");
  await expect(page.getByRole("link", { name: "Hana Sato" })).toHaveCount(0);
  expect((await page.goto("/admin/groups/new"))?.status()).toBe(404);

  const ofWest = await openPage(await company.admin({ groupId: west.id }));
  await ofWest.goto("/admin/groups");
  await expect(ofWest.getByRole("list", { name: "Groups" }).getByRole("link")).toHaveText(["West"]);
  await ofWest.getByRole("link", { name: "West" }).click();
  await expect(ofWest.getByRole("link", { name: "Hana Sato" })).toHaveAttribute(
    "href",
    `/admin/users/${hana.memberId}`,
  );
  await expect(ofWest.getByRole("button", { name: "Move", exact: true })).toHaveCount(0);
  for (const path of [`/admin/groups/${east.id}`, `/admin/groups/${company.rootGroupId}`, "/admin/groups/x"])
    expect((await ofWest.goto(path))?.status(), path).toBe(404);

  const stranger = await openPage((await makeCompany()).ana);
  for (const id of [west.id, crypto.randomUUID()])
    expect((await stranger.goto(`/admin/groups/${id}`))?.status(), id).toBe(404);
});

test("the tree, a group and a number fit any window, in both themes", async ({ page, company, login, axe }) => {
  const longest = "Wolfeschlegelsteinhausenbergerdorff".repeat(2);
  let parent = await company.group("West");
  for (let depth = 0; depth < 9; depth++) parent = await company.group(`${longest}${depth}`, parent.id);
  const line = await company.number({ groupId: parent.id });
  await company.endUser({ name: `${longest} ${longest}`, groupId: parent.id, lines: [line] });
  await login(page, company.ana);
  for (const path of ["/admin/groups", `/admin/groups/${parent.id}`, "/admin/groups/new", `/admin/numbers/${line.id}`])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      await axe(page);
      for (const width of [1280, 800, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider, `${path} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
});
