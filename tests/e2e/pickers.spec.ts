import { v7 } from "uuid";
import { groups } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Company } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

const addStores = ({ accountId, rootGroupId }: Company, count: number) =>
  writeDb
    .insert(groups)
    .values(
      Array.from({ length: count }, (_, at) => ({ id: v7(), accountId, parentId: rootGroupId, name: `Store ${at}` })),
    )
    .returning({ id: groups.id, name: groups.name });

test("of more groups than a list can hold every one is found, in the filter and where one is given @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const stores = await addStores(company, 120);
  const last = stores.find(({ name }) => name === "Store 117");
  const person = await company.endUser({ name: "Hana Sato", groupId: last?.id ?? "" });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const group = page.getByLabel("Group", { exact: true });
  if (javaScriptEnabled) {
    await group.fill("store 117");
    await expect(page.getByRole("option", { name: "Store 117" })).toBeVisible();
    await axe(page);
    await group.press("Enter");
    await expect(group).toBeFocused();
  } else {
    await page.getByRole("searchbox", { name: "Search the list" }).fill("store 117");
    await page.getByRole("button", { name: "Search" }).click();
  }
  await expect(page.getByRole("link", { name: "Hana Sato", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ana Silva" })).toHaveCount(0);

  await page.goto(`/admin/users/${person.memberId}?more=access#access`);
  await page.getByLabel("First Name").fill("Hanako");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Sender" });
  if (javaScriptEnabled) {
    await group.fill("Store 33");
    await group.press("Enter");
    await expect(page.getByRole("region", { name: "What changes" })).toContainText("in Store 33");
  } else {
    await page.getByRole("searchbox", { name: "Search the list" }).fill("Store 33");
    await page.getByRole("button", { name: "Find" }).click();
    await expect(page.getByLabel("First Name")).toHaveValue("Hanako");
    await expect(group).toHaveValue(stores.find(({ name }) => name === "Store 33")?.id ?? "");
    await expect(page.getByRole("region", { name: "What changes" })).toContainText("in Store 33");
  }
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Hanako Sato" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Sender in Store 33" })).toBeChecked();
});

const manyNumbers = async (company: Company, count: number) => {
  const found = [];
  for (let at = 1; at <= count; at++) found.push(await company.number({ label: `Desk ${at}` }));
  return found;
};

test("a picker is moved through by keys, and shows again what was picked when it is left", async ({
  page,
  company,
  login,
  axe,
}) => {
  const lines = await manyNumbers(company, 25);
  await login(page, await company.endUser({ name: "Hana Sato", lines }));
  await page.goto("/settings/profile");
  const picker = page.getByRole("combobox", { name: "Default Number" });
  await expect(picker).toHaveAttribute("aria-expanded", "false");
  const before = await picker.inputValue();
  await picker.press("ArrowDown");
  await expect(picker).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("option", { name: "Desk 25" })).toHaveCount(1);
  await axe(page);
  await picker.press("Escape");
  await expect(picker).toHaveAttribute("aria-expanded", "false");
  await picker.fill("nowhere at all");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await picker.press("Tab");
  await expect(picker).toHaveValue(before);
  await picker.fill("desk 2");
  await expect(page.getByRole("listbox", { name: "Choices" }).getByRole("option").first()).toContainText("Desk 2");
  await expect(page.getByRole("option", { name: /Desk 2\d/ })).toHaveCount(6);
  await picker.press("ArrowDown");
  await picker.press("ArrowUp");
  await picker.press("Enter");
  await expect(picker).toHaveValue(/Desk 2$/);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await page.reload();
  await expect(picker).toHaveAttribute("aria-expanded", "false");
  await expect(picker).toHaveValue(/Desk 2$/);
});

test("of many lines those held are listed to untick, one more is picked by Line @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const lines = await manyNumbers(company, 24);
  const person = await company.endUser({ name: "Hana Sato", lines: lines.slice(0, 3) });
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}?tab=access`);
  const held = page.getByRole("group", { name: "Lines" }).getByRole("checkbox");
  await expect(held).toHaveCount(3);
  const line = page.getByLabel("Line", { exact: true });
  const [wanted] = lines.slice(17);
  if (javaScriptEnabled) {
    await expect(line).toHaveAttribute("aria-expanded", "false");
    await line.fill("desk 18");
    await line.press("Enter");
    await expect(page.getByRole("region", { name: "What changes" })).toContainText("Desk 18");
  } else {
    await line.selectOption(wanted?.id ?? "");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("region", { name: "What changes" })).toContainText("Desk 18");
  }
  await axe(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await expect(held).toHaveCount(4);
  await expect(page.getByRole("checkbox", { name: "Desk 18" })).toBeChecked();
});

test("who is proposed for a part of a name is given the number @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const [person, desk] = [await company.endUser({ name: "Hana Sato" }), await company.number({ label: "Desk" })];
  await login(page, company.ana);
  await page.goto(`/admin/numbers/${desk.id}`);
  const field = page.getByLabel("Username or email");
  // What promises a list is true only where there is a script to show it.
  await expect(page.getByRole("combobox", { name: "Username or email" })).toHaveCount(javaScriptEnabled ? 1 : 0);
  await field.fill(javaScriptEnabled ? "hana" : person.email);
  if (javaScriptEnabled) await page.getByRole("option", { name: /Hana Sato/ }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove Hana Sato" })).toBeVisible();
  await expect(field).toHaveValue("");
  // What is typed in full needs no proposal, and none lies over the button.
  const other = await company.endUser({ name: "Ivo Horvat" });
  await page.setViewportSize({ width: 360, height: 740 });
  await field.fill(other.email);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove Ivo Horvat" })).toBeVisible();
});

test("a person's page shows its parts by tabs, and says what is unsaved @nojs", async ({
  page,
  company,
  login,
  axe,
  javaScriptEnabled,
}) => {
  const person = await company.endUser({ name: "Hana Sato" });
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}`);
  await expect(page.getByRole("link", { name: "Details", exact: true })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "Access", exact: true }).click();
  await expect(page).toHaveURL(/tab=access/);
  await expect(page.getByLabel("First Name")).toHaveCount(0);
  await page.getByRole("group", { name: "Products" }).getByLabel("Chat").uncheck();
  if (javaScriptEnabled) await expect(page.getByText("Unsaved changes")).toBeInViewport();
  await axe(page);
  await page.getByRole("button", { name: "Save" }).click();
  if (!javaScriptEnabled) await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await expect(page).toHaveURL(/tab=access/);
  await expect(page.getByRole("group", { name: "Products" }).getByLabel("Chat")).not.toBeChecked();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Recent History" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await page.getByRole("link", { name: "Details", exact: true }).click();
  await page.getByLabel("First Name").fill("Hanako");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Hanako Sato" })).toBeVisible();
});

test("many lines never lie over one another; on paper a person is names and values, with no controls", async ({
  page,
  company,
  login,
}) => {
  const lines = await manyNumbers(company, 30);
  const person = await company.endUser({ name: "Maximiliane Oberhauser", lines });
  await login(page, company.ana);
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto(`/admin/users/${person.memberId}`);
  const ticks = page.getByRole("group", { name: "Lines" }).locator("label");
  await expect(ticks).toHaveCount(30);
  const rows = await ticks.evaluateAll((all) =>
    all.map((one) => {
      const { top, bottom, left } = one.getBoundingClientRect();
      return {
        top,
        left,
        end: Math.max(bottom, ...[...one.children].map((part) => part.getBoundingClientRect().bottom)),
      };
    }),
  );
  for (const [at, { top, left }] of rows.entries())
    for (const above of rows.slice(0, at)) if (above.left === left) expect(top).toBeGreaterThanOrEqual(above.end - 0.5);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Maximiliane Oberhauser" })).toBeVisible();
  await expect(page.getByText("Desk 30")).toBeVisible();
  await expect(page.getByText("End User", { exact: true })).toBeVisible();
  for (const role of ["button", "checkbox", "radio"] as const) await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  const email = page.getByLabel("Email", { exact: true });
  expect(await email.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
});
