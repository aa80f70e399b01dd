import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("who reads a thread, or writes in it, is seen by colleagues who have it open, and gone soon after", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  const second = await openPage(await company.endUser({ name: "Finn Larsen", lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  await second.goto(`/inbox/${talk.id}`);
  await expect(page.getByText("Finn Larsen is reading", { exact: true })).toBeVisible();
  await expect(second.getByText("Hana Sato is reading", { exact: true })).toBeVisible();
  await second.getByLabel("Message", { exact: true }).fill("We open");
  await expect(page.getByText("Finn Larsen is writing", { exact: true })).toBeVisible();
  await expect(page.getByText("Finn Larsen is reading", { exact: true })).toBeVisible();
  await second.getByRole("main").getByRole("link", { name: "Contact", exact: true }).click();
  await expect(second).toHaveURL(/contacts/);
  await expect(page.getByText("Finn Larsen is", { exact: false })).toHaveCount(0);
});
