import { formatNumber } from "@/lib/numbers/format-number";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("a telephone that came with another says so where it has no Undo, until that one is gone @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const [chief, plain, baker] = [await makeTalk({ line }), await makeTalk({ line }), await makeTalk({ line })];
  await login(page, company.ana);
  for (const [into, other] of [
    [plain, baker],
    [chief, plain],
  ] as const) {
    await page.goto(`/contacts/${into.contactId}`);
    await page.getByLabel("Other Contact", { exact: true }).fill(other.phone);
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await expect(page.getByRole("list", { name: "Other telephones" })).toContainText(formatNumber(other.phone));
  }
  const phones = page.getByRole("list", { name: "Other telephones" }).getByRole("listitem");
  const came = `Came with ${formatNumber(plain.phone)}. Undo that one first.`;
  const withReason = phones.filter({ hasText: came });
  await expect(withReason).toContainText(formatNumber(baker.phone));
  await expect(withReason.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(phones.filter({ hasNotText: came }).getByRole("button", { name: "Undo" })).toHaveCount(1);
  await phones.filter({ hasNotText: came }).getByRole("button", { name: "Undo" }).click();
  await expect(phones).toHaveCount(0);
  await page.goto(`/contacts/${plain.contactId}`);
  await expect(phones).toContainText([formatNumber(baker.phone)]);
  await expect(phones.getByRole("button", { name: "Undo" })).toHaveCount(1);
});
