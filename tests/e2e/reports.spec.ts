import { expect, test } from "@/tests/support/fixtures";
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
