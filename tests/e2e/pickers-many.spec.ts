import { v7 } from "uuid";
import { groups, numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Company } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

const counted = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

async function fill({ accountId, rootGroupId }: Company) {
  const stores = counted(501).map((at) => ({ id: v7(), accountId, parentId: rootGroupId, name: `Store ${at}` }));
  const desks = counted(200).map((at) => ({
    ...{ id: v7(), accountId, groupId: rootGroupId, label: `Desk ${at}` },
    e164: `+1415${String(2_000_000 + at)}`,
  }));
  await writeDb.insert(groups).values(stores);
  await writeDb.insert(numbers).values(desks);
}

test("of 501 groups, 200 lines and many people twenty come at a time, by keys alone and on a telephone", async ({
  page,
  company,
  login,
  axe,
}) => {
  await fill(company);
  const person = await company.endUser({ name: "Hana Sato" });
  await login(page, company.ana);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/users/${person.memberId}?tab=access`);
  const options = page.getByRole("listbox", { name: "Choices" }).getByRole("option");
  const group = page.getByRole("combobox", { name: "Group", exact: true });
  await group.focus();
  await page.keyboard.press("ArrowDown");
  await expect(options).toHaveCount(20);
  await expect(page.getByText("Type to find the others.")).toBeVisible();
  await axe(page);
  // What is chosen is where the arrows begin: here the first, above which is the last, behind which the next twenty come.
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(options).toHaveCount(40);
  await expect(options.nth(19)).toHaveAttribute("aria-selected", "true");
  await expect(options.nth(19)).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(group).toHaveValue("Main Group");

  await page.keyboard.press("Control+a");
  await page.keyboard.type("tore 4");
  await page.keyboard.press("Home");
  await page.keyboard.type("s");
  await expect(page.getByText("The first 20. Type more to find the others.")).toBeVisible();
  await expect(options.first()).toHaveText("Store 4");
  await page.keyboard.press("End");
  // Enter is faster than the answer, and counts once it has come.
  await page.keyboard.type("77");
  await page.keyboard.press("Enter");
  await expect(group).toHaveValue("Store 477");
  await expect(group).toBeFocused();

  const line = page.getByRole("combobox", { name: "Line", exact: true });
  await line.fill("desk 19");
  await expect(page.getByText("12 found")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await axe(page);
  const boxes = await options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  for (const { left, right } of boxes) expect([left >= 0, right <= 360]).toEqual([true, true]);
  await page.keyboard.press("Enter");
  await expect(line).toHaveValue(/Desk 190$/);
  await line.fill("desk 7 and no more");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line).toHaveValue(/Desk 190$/);

  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Sender" });
  await expect(page.getByRole("region", { name: "What changes" })).toContainText("in Store 477");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Sender in Store 477" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /Desk 190/ })).toBeChecked();
});

test("of many people twenty are proposed at a time", async ({ page, company, login, axe }) => {
  const line = await company.number({ label: "Recalls" });
  for (const at of counted(45)) await company.endUser({ name: `Aroha ${at === 45 ? "Xylander" : "Ngata"}` });
  await login(page, company.ana);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/numbers/${line.id}`);
  const field = page.getByRole("combobox", { name: "Username or email" });
  const options = page.getByRole("listbox", { name: "Choices" }).getByRole("option");
  await field.fill("aroha");
  await expect(options).toHaveCount(20);
  await expect(page.getByText("The first 20. Type more to find the others.")).toBeVisible();
  await axe(page);
  await page.keyboard.press("ArrowUp");
  await expect(options).toHaveCount(40);
  await field.fill("xylander");
  await expect(page.getByText("1 found")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove Aroha Xylander" })).toBeVisible();
});
