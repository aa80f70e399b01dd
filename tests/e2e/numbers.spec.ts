import { formatNumber } from "@/lib/numbers/format-number";
import { expect, test } from "@/tests/support/fixtures";

test("an Admin adds a number, labels it and says who may text from it @nojs", async ({ page, company, login, axe }) => {
  const person = await company.endUser({ name: "Hana Sato" });
  await login(page, company.ana);
  await page.goto("/admin/numbers");
  await expect(page.getByRole("heading", { name: "Numbers", exact: true })).toBeVisible();
  await expect(page.getByText("No numbers yet")).toBeVisible();
  await page.getByRole("link", { name: "+ Add Number" }).click();
  await expect(page).toHaveTitle("New Number · Lineup");
  await axe(page);
  const { e164 } = { e164: `+1415${String(Date.now()).slice(-7).replace(/^[01]/, "7")}` };
  await page.getByLabel("Number", { exact: true }).fill(e164);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByLabel("Label")).toHaveAccessibleDescription("Enter a label, such as Front desk.");
  await page.getByLabel("Label").fill("Front desk");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: formatNumber(e164) })).toBeVisible();
  await axe(page);

  await page.getByLabel("Label").fill("Reception");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The number is saved.")).toBeVisible();
  await page.getByLabel("Username or email").fill("nobody.at.all");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByLabel("Username or email")).toHaveAccessibleDescription("No such user in your company.");
  await page.getByLabel("Username or email").fill(person.email);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(`Hana Sato may now text from ${formatNumber(e164)}.`)).toBeVisible();

  await page.goto("/admin/numbers");
  await axe(page);
  const row = page.getByRole("row", { name: formatNumber(e164) });
  await expect(row).toContainText("Reception");
  await expect(row).toContainText("1 person");
  await row.getByRole("link", { name: "1 person" }).click();
  await expect(page.getByText("the last one who has it")).toBeVisible();
  await page.getByRole("button", { name: "Remove Hana Sato" }).click();
  await expect(page.getByText("Nobody yet")).toBeVisible();
  await expect(page.getByText("Nobody has it now")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Remove Hana Sato" })).toBeVisible();
});

test("who has a number but can't text from it is listed, and it says why @nojs", async ({ page, company, login }) => {
  const desk = await company.number({ label: "Desk" });
  const person = await company.endUser({ name: "Hana Sato", products: ["chat"] });
  await company.endUser({ name: "Finn Larsen", lines: [desk] });
  await login(page, company.ana);
  await page.goto(`/admin/numbers/${desk.id}`);
  await page.getByLabel("Username or email").fill(person.email);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(`Hana Sato has ${formatNumber(desk.e164)} now, but has no Texting yet.`)).toBeVisible();
  const row = (name: string) =>
    page.getByRole("list", { name: "Who has access" }).getByRole("listitem").filter({ hasText: name });
  await expect(row("Hana Sato")).toContainText("has no Texting");
  await expect(row("Finn Larsen")).not.toContainText("has no");
});

test("a whole group is put on a number and taken off it; that nobody is left is said @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const west = await company.group("West");
  const store = await company.group("Store 4", west.id);
  const desk = await company.number({ label: "Desk" });
  await company.endUser({ name: "Hana Sato", groupId: west.id });
  await company.endUser({ name: "Finn Larsen", groupId: store.id });
  await login(page, company.ana);
  await page.goto(`/admin/numbers/${desk.id}`);
  const people = page.getByRole("list", { name: "Who has access" });
  await page.getByRole("button", { name: "Add group" }).click();
  await expect(page.getByLabel("Whole group")).toHaveAccessibleDescription("Choose a group.");
  await page.getByLabel("Whole group").selectOption(west.id);
  await page.getByRole("button", { name: "Add group" }).click();
  await expect(page.getByText(`2 people in West may now text from ${formatNumber(desk.e164)}, too.`)).toBeVisible();
  await expect(people.getByRole("link")).toHaveText(["Finn Larsen", "Hana Sato"]);
  await axe(page);

  await page.getByLabel("Whole group").selectOption(store.id);
  await page.getByRole("button", { name: "Remove group" }).click();
  await expect(page.getByText("1 person in Store 4 may no longer text from")).toBeVisible();
  await page.getByLabel("Whole group").selectOption(west.id);
  await page.getByRole("button", { name: "Remove group" }).click();
  await expect(page.getByText(/^1 person in West may no longer text from .*Nobody has it now:/)).toBeVisible();
  await expect(page.getByText("Nobody yet")).toBeVisible();
});

test("a number changes its group; a form that is out of date changes nothing @nojs", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const west = await company.group("West");
  const desk = await company.number({ label: "Desk" });
  await login(page, company.ana);
  await page.goto(`/admin/numbers/${desk.id}`);
  const second = await openPage(await company.admin());
  await second.goto(`/admin/numbers/${desk.id}`);
  await page.getByLabel("Group", { exact: true }).selectOption(west.id);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The number is saved.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "West", exact: true })).toBeVisible();
  await second.getByLabel("Label").fill("Reception");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByText(/^Somebody else changed this meanwhile/)).toBeVisible();
  await expect(second.getByLabel("Label")).toHaveValue("Reception");
  await page.goto(`/admin/numbers?group=${west.id}`);
  await expect(page.getByRole("row", { name: formatNumber(desk.e164) })).toContainText("Desk");
});

test("a number that is in use is refused beside its field @nojs", async ({ page, company, login }) => {
  const desk = await company.number();
  await login(page, company.ana);
  await page.goto("/admin/numbers/new");
  await page.getByLabel("Number", { exact: true }).fill(desk.e164);
  await page.getByLabel("Label").fill("Again");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByLabel("Number", { exact: true })).toHaveAccessibleDescription(
    "That number is already in use.",
  );
  await expect(page.getByLabel("Label")).toHaveValue("Again");
});

test("an End User and a stranger find no numbers @nojs", async ({ page, company, login, openPage }) => {
  const desk = await company.number();
  await login(page, await company.endUser());
  for (const path of ["/admin/numbers", "/admin/numbers/new", `/admin/numbers/${desk.id}`]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  const { makeCompany } = await import("@/tests/support/cast");
  const stranger = await openPage((await makeCompany()).ana);
  for (const id of [desk.id, crypto.randomUUID(), "nonsense"]) {
    expect((await stranger.goto(`/admin/numbers/${id}`))?.status(), id).toBe(404);
  }
});
