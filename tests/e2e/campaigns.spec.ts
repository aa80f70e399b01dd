import { plainEyes } from "@/lib/text/eyes";
import { typedWords } from "@/lib/text/typed-words";
import { makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { expect, test } from "@/tests/support/fixtures";

const tomorrow = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

test("a campaign is written, looked over, sent, and tells what became of it @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number({ label: "Front desk" });
  await login(page, await company.endUser({ name: "Ben Ortiz", lines: [line] }));
  await page.goto("/campaigns");
  await expect(page.getByRole("heading", { name: "Campaigns", exact: true })).toBeVisible();
  await expect(page.getByText("No campaigns yet")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "+ New Campaign" }).click();
  await expect(page.getByText("No contact groups yet")).toBeVisible();

  const group = await makeContactGroup(company.accountId, [{ firstName: "Marisol" }, {}, { hasAgreed: false }]);
  await page.goto("/campaigns/new");
  await axe(page);
  await page.getByLabel("Name", { exact: true }).fill("Spring sale");
  await page.getByLabel(group.name).check();
  await page.getByLabel("Message", { exact: true }).fill("Hello {nick name|you}");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText("There is no field {nick name|you}.")).toBeVisible();
  await expect(page.getByLabel(group.name)).toBeChecked();
  await axe(page);
  await page.getByLabel("Message", { exact: true }).fill("Hello {first name}");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("heading", { name: "Spring sale" })).toBeVisible();
  await expect(page.getByText("2 recipients")).toBeVisible();
  await expect(page.getByText("1 without consent")).toBeVisible();
  await expect(page.getByText("1 of them have no first name.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Send Now" }).click();
  // Above it as before, and beside the button.
  await expect(page.getByText("Say what they read instead")).toHaveCount(2);

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("Hello {first name}");
  await page.getByLabel("Message", { exact: true }).fill("Hello {first name|there}");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText("Hello Marisol")).toBeVisible();
  await expect(page.getByText("Hello there").first()).toBeVisible();
  await page.getByRole("button", { name: "Send Test" }).click();
  await expect(page.getByText("A test goes to your Contact Number, and your profile has none.")).toBeVisible();
  await page.getByRole("button", { name: "Send Now" }).click();
  await expect(page.getByText("Spring sale is being sent.")).toBeVisible();
  // There is no carrier here: its recipients are written down, and their texts wait.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("0 of 2")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByRole("row", { name: "Recipients 2", exact: true })).toBeVisible();
  await axe(page);
  const answer = await page.request.get(`${page.url()}/export`);
  const [head, ...rows] = (await answer.text()).trim().split("\r\n");
  expect(head).toContain("Phone,Name,State,Reason,Sent At");
  expect(rows).toHaveLength(2);
  await page.goto("/campaigns");
  await expect(page.getByRole("row").filter({ hasText: "Spring sale" })).toContainText("Sending");
  await axe(page);
  await page.goto("/campaigns?search=spring&state=sending");
  await expect(page.getByLabel("Search campaigns")).toHaveValue("spring");
  await expect(page.getByLabel("State", { exact: true })).toHaveValue("sending");
  await expect(page.getByRole("link", { name: "Spring sale", exact: true })).toBeVisible();
  await page.goto("/campaigns?search=spring&state=stopped");
  await expect(page.getByText("No campaign found")).toBeVisible();
  await page.getByRole("link", { name: "Clear", exact: true }).click();
  await expect(page.getByRole("link", { name: "Spring sale", exact: true })).toBeVisible();
});

test("what is scheduled is paused, resumed and stopped for good @nojs", async ({ page, company, login, axe }) => {
  const line = await company.number();
  const group = await makeContactGroup(company.accountId, [{}]);
  await login(page, await company.endUser({ lines: [line] }));
  await page.goto("/campaigns/new");
  await page.getByLabel("Name", { exact: true }).fill("Later");
  await page.getByLabel(group.name).check();
  await page.getByLabel("Message", { exact: true }).fill("Hello");
  await page.getByLabel("At a date and time").check();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByText("Choose a date.")).toBeVisible();
  await page.getByLabel("Date", { exact: true }).fill(tomorrow());
  await page.getByLabel("Time", { exact: true }).fill("10:00");
  await page.getByLabel("In each contact's own time zone").check();
  await page.getByRole("button", { name: "Review" }).click();
  const { date } = typedWords(`${tomorrow()}T10:00`, plainEyes());
  await expect(page.getByText(`On ${date} at 10:00 where each contact is.`)).toBeVisible();
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByText("Later is scheduled.")).toBeVisible();
  await expect(page.getByText(`It begins on ${date} at 10:00 where each contact is.`)).toBeVisible();
  await axe(page);
  const its = page.url();
  await page.goto("/campaigns");
  await expect(page.getByRole("row", { name: /^Later/ })).toContainText(`${date} at 10:00 where each contact is`);
  await page.goto(its);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Later is paused.")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Later goes on.")).toBeVisible();
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Are you sure you want to stop Later?" });
  await question.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByText("Later is stopped.")).toBeVisible();
  await expect(page.getByText("It was stopped before it began.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause" })).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("nothing is wider than the screen", async ({ page, company, login, axe }) => {
    const line = await company.number();
    const group = await makeContactGroup(company.accountId, [{ firstName: "Marisol" }]);
    await login(page, await company.endUser({ lines: [line] }));
    await page.goto("/campaigns/new");
    await page.getByLabel("Name", { exact: true }).fill("Spring sale with a name that is quite long for a telephone");
    await page.getByLabel(group.name).check();
    await page.getByLabel("Message", { exact: true }).fill("Hello {first name|there}");
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.getByText("1 recipient", { exact: true })).toBeVisible();
    const paths = [new URL(page.url()).pathname, "/campaigns", "/campaigns/new"];
    for (const path of paths) {
      await page.goto(path);
      await axe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    }
    await page.goto(paths[0] ?? "");
    await page.getByRole("button", { name: "Send Now" }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("0 of 1")).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.goto("/campaigns");
    await expect(page.getByText("1 recipient", { exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test("headings stand on one line, arrows go from row to row, and what is cut is whole on focus", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const ben = await company.endUser({ lines: [line] });
  const group = await makeContactGroup(company.accountId, [{}]);
  const long = "Reminder to patients of the Northern Harbour practice whose last check-up was a year ago, ";
  for (const name of [`${long} second`, `${long} first`]) await makeDraft({ by: ben, line, group }, { name });
  await login(page, ben);
  await page.goto("/campaigns");
  for (const width of [1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const heights = await page.getByRole("columnheader").evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.max(...heights), `${width} px`).toBeLessThan(50);
  }
  const names = page.getByRole("main").getByRole("row").getByRole("link");
  await names.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(names.nth(1)).toBeFocused();
  await expect(page.locator("main div[aria-hidden=true]")).toHaveText(/, second$/);
});
