import { eq } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { expect, test } from "@/tests/support/fixtures";

test("above the company's number a second person confirms a campaign, and nobody who wrote it @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number({ label: "Front desk" });
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const cara = await company.endUser({ name: "Cara Novak", lines: [line] });
  const group = await makeContactGroup(company.accountId, [{}, {}]);
  const id = await makeDraft({ by: ben, line, group });
  await login(page, company.ana);
  await page.goto("/admin/company");
  await page.getByLabel("A second person must confirm above").fill("-1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  // A browser with or without scripts refuses what is no such number by itself.
  await page.getByLabel("A second person must confirm above").fill("1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Company information is saved.")).toBeVisible();
  await expect(page.getByLabel("A second person must confirm above")).toHaveValue("1");
  await axe(page);

  await login(page, ben);
  await page.goto(`/campaigns/${id}`);
  await expect(page.getByText("It goes to more than 1 people, so somebody else has to confirm it.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Send Now" }).click();
  await expect(page.getByText("Spring sale waits for somebody else to confirm it.")).toBeVisible();
  await expect(page.getByText("It waits for somebody else to confirm it: Cara Novak or")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Send Now" })).toHaveCount(0);
  await axe(page);
  await page.goto("/campaigns");
  await expect(page.getByRole("row").filter({ hasText: "Spring sale" })).toContainText("Waits for a second person");

  await login(page, cara);
  await page.goto("/campaigns");
  await expect(page.getByRole("row").filter({ hasText: "Spring sale" })).toContainText("Waits for you to confirm it");
  await page.getByRole("link", { name: "Spring sale" }).click();
  await expect(page.getByText("Ben Ortiz asks you to confirm it.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Spring sale is being sent.")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("confirmed by Cara Novak")).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test("what has paused itself says why, with the figures, and a person resumes it @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const group = await makeContactGroup(company.accountId, [{}]);
  await login(page, ben);
  await page.goto("/campaigns/new");
  await page.getByLabel("Name", { exact: true }).fill("Autumn");
  await page.getByLabel(group.name).check();
  await page.getByLabel("Message", { exact: true }).fill("Hello");
  await page.getByLabel("First 100, then wait for me").check();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText("After the first 100 it waits for you.")).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByLabel("First 100, then wait for me")).toBeChecked();
  await axe(page);
  const campaign = page.url().replace(/\/edit.*/, "");
  const id = campaign.split("/").at(-1) ?? "";
  const pause = (pausedBecause: string, pausedCount: number | null) =>
    writeDb
      .update(campaigns)
      .set({ state: "paused", pausedBecause, pausedCount, frozenAt: new Date() })
      .where(eq(campaigns.id, id));
  await pause("refused", 7);
  await page.goto(campaign);
  await expect(page.getByText("7 of its last 200 texts were refused as spam")).toBeVisible();
  await axe(page);
  await pause("opt-outs", 26);
  await page.goto(campaign);
  await expect(page.getByText("26 of the first 500 people have opted out.")).toBeVisible();
  await pause("first 100", null);
  await page.goto(campaign);
  await expect(page.getByText("The first 100 are sent.")).toBeVisible();
  await expect(page.getByText("Resume sends the rest.")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Autumn goes on.")).toBeVisible();
  await expect(page.getByText("The first 100 are sent.")).toHaveCount(0);
});
