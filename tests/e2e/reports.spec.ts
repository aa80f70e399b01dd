import { writeDb } from "@/db/write";
import { optOut } from "@/lib/messages/consent";
import { sentCampaign } from "@/tests/support/carrier/sent-campaign";
import { expect, test } from "@/tests/support/fixtures";
import { brokenWords } from "@/tests/support/run/measure";
import { makeTalk } from "@/tests/support/talk";

test("the history of texts, filtered, and as a file @nojs", async ({ page, company, login, axe }) => {
  const line = await company.number({ label: "Front desk" });
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const talk = await makeTalk({ line, name: "Marisol Vega", lines: ["Is it open?", "> It is."], author: ben });
  await makeTalk({ line, name: "Owen Castellanos", lines: ["Good morning"] });
  await login(page, ben);
  await page.goto("/inbox");
  await page.getByRole("link", { name: "Reports", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reports");
  await axe(page);
  await page.getByRole("link", { name: "Message history" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Message history");
  await expect(page.getByRole("row")).toHaveCount(4);
  await axe(page);
  await page.getByLabel("Contact").fill("vega");
  await page.getByLabel("Direction").selectOption("out");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").last()).toContainText(/Marisol Vega.*It is\.Delivered.*Ben Ortiz/);
  const file = await page.request.get(
    (await page.getByRole("link", { name: "Export CSV" }).getAttribute("href")) ?? "",
  );
  expect((await file.text()).trim().split("\r\n").slice(1)).toEqual([
    expect.stringMatching(new RegExp(`,Front desk,Out,Delivered,,Marisol Vega,\\${talk.phone},Ben Ortiz,,,It is\\.$`)),
  ]);
  await page.getByRole("link", { name: "Marisol Vega" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Marisol Vega");
  await page.goto("/reports/messages?from=2026-02-02&to=2026-02-01");
  await expect(page.getByLabel("To", { exact: true })).toHaveAccessibleDescription(
    "Choose a day that is not before From.",
  );
  await expect(page.getByText("Nothing found")).toBeVisible();
});

test("how many texts lines and people had, how soon customers were answered, and who waits now @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number({ label: "Front desk" });
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const asks = ["Is it open?", "> It is.", "Thank you"];
  await makeTalk({ line, name: "Marisol Vega", lines: asks, author: ben, claimedBy: ben });
  await makeTalk({ line, name: "Owen Castellanos", lines: ["Good morning"] });
  await login(page, ben);
  await page.goto("/reports");
  await page.getByRole("link", { name: "Lines and people" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lines and people");
  const lines = page.getByRole("region", { name: "Lines" });
  const people = page.getByRole("region", { name: "People" });
  await expect(lines.getByRole("row").last()).toContainText(/Front desk.*3.*1.*1/);
  await expect(people.getByRole("row").last()).toContainText(/Ben Ortiz.*1.*1/);
  await expect(page.getByRole("img", { name: /^Texts a day, / })).toBeVisible();
  await page.getByText("As a table").click();
  const days = page.getByRole("region", { name: "Texts a day" }).getByRole("row");
  await expect(days).toHaveCount(31);
  await axe(page);
  const file = await page.request.get(
    (await page.getByRole("link", { name: "Export CSV" }).getAttribute("href")) ?? "",
  );
  const [, told] = (await file.text()).trim().split("\r\n");
  expect(told).toMatch(new RegExp(`^Line,Front desk,\\${line.e164},3,1,1,\\d+,\\d+,2$`));
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    await expect.poll(() => page.evaluate(overflow), `${width} px`).toBeLessThanOrEqual(0);
  }
  await page.getByLabel("Person").fill("nobody of that name");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByText("Nothing was written in these days.")).toBeVisible();
  await expect(page.getByLabel("Person")).toHaveValue("nobody of that name");
  await axe(page);
  await page.goto("/reports/lines?from=2026-02-02&to=2026-02-01");
  await expect(page.getByLabel("To", { exact: true })).toHaveAccessibleDescription(
    "Choose a day that is not before From.",
  );
  await page.goto("/reports/lines");
  await lines.getByRole("link", { name: /Front desk/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Message history");
  await expect(page.getByRole("row")).toHaveCount(5);
});

test("what became of a campaign: by reason and by hour, who left and why, and a group of whom it did not reach @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const sentAt = new Date(Date.now() - 3_600_000);
  const { ben, id, people } = await sentCampaign(company, [
    { state: "failed", errorCode: 30007 },
    { state: "delivered", sentAt },
    { state: "sent", sentAt },
  ]);
  const customer = { accountId: company.accountId, phone: people[1]?.phone ?? "" };
  const said = { how: "keyword", source: "text", words: "Stop it!" } as const;
  await writeDb.transaction((tx) => optOut(tx, customer, said));
  await login(page, ben);
  await page.goto(`/campaigns/${id}`);
  await expect(page.getByRole("row", { name: "The carrier took it for spam. 1" })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Texts an hour, / })).toBeVisible();
  await page.getByText("As a table").click();
  await expect(page.getByRole("row", { name: / 2 1$/ })).toBeVisible();
  await expect(page.getByText("Stop it!")).toBeVisible();
  await axe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await expect.poll(() => page.evaluate(overflow)).toBeLessThanOrEqual(0);
  await page.getByLabel("Make a group of").selectOption("Replied");
  await page.getByLabel("Name", { exact: true }).fill("To be called");
  await page.getByRole("button", { name: "Make Group" }).click();
  await expect(page.getByLabel("Make a group of")).toHaveAccessibleDescription(
    "Nobody whom you manage is among these.",
  );
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("To be called");
  await page.getByLabel("Make a group of").selectOption("Undelivered");
  await page.getByRole("button", { name: "Make Group" }).click();
  await expect(page.getByText("To be called is added, with 1 contact.")).toBeVisible();
  await expect(page).toHaveURL(/\/contacts\?group=/);
});

test("no word of the history is broken, however long names are", async ({ page, company, login }) => {
  const name = "Maximiliane Oberhauser-Wolkenstein";
  const line = await company.number({ label: "Northern Harbour Dental, appointments and recalls" });
  const author = await company.endUser({ name, lines: [line] });
  await makeTalk({ line, name, lines: ["Is it open?", "> It is."], author });
  await login(page, author);
  await page.goto("/reports/messages");
  for (const width of [360, 768, 1024, 1151, 1152, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await brokenWords(page), `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
  }
});
