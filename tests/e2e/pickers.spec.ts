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
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("region", { name: "What changes" })).toContainText("in Store 33");
  }
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Hanako Sato" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Sender in Store 33" })).toBeChecked();
});

test("a picker is moved through by keys, and shows again what was picked when it is left", async ({
  page,
  company,
  login,
  axe,
}) => {
  await login(page, company.ana);
  await page.goto("/settings/profile");
  const zone = page.getByLabel("Time Zone");
  await expect(zone).toHaveValue(/^America\/Los Angeles/);
  await zone.press("ArrowDown");
  await expect(zone).toHaveAttribute("aria-expanded", "true");
  await axe(page);
  await zone.press("Escape");
  await expect(zone).toHaveAttribute("aria-expanded", "false");
  await zone.fill("nowhere at all");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await zone.press("Tab");
  await expect(zone).toHaveValue(/^America\/Los Angeles/);
  await zone.fill("Europe/Lis");
  await zone.press("ArrowDown");
  await zone.press("ArrowUp");
  await zone.press("Enter");
  await expect(zone).toHaveValue(/^Europe\/Lisbon/);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue(/^Europe\/Lisbon/);
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
  await field.fill(javaScriptEnabled ? "hana" : person.email);
  if (javaScriptEnabled) await page.getByRole("option", { name: /Hana Sato/ }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove Hana Sato" })).toBeVisible();
  await expect(field).toHaveValue("");
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
