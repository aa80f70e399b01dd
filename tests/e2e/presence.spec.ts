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

test("what is being written is still there when the page is loaded anew, and gone once it was sent", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("We open at nine.");
  await expect(page.getByText("16 characters, 1 segment")).toBeVisible();
  await page.reload();
  await expect(message).toHaveValue("We open at nine.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("list", { name: "Messages" }).getByRole("listitem")).toHaveCount(2);
  await expect(message).toHaveValue("");
  await page.reload();
  await expect(page.getByRole("button", { name: "Release" })).toBeVisible();
  await expect(page.getByText("0 characters, 0 segments")).toBeVisible();
  await expect(message).toHaveValue("");
});
