import { expect, test } from "@/tests/support/fixtures";

const WIDTHS = [360, 768, 1024, 1280, 1440, 1920];

test("a new company sees what to do first, ticked as it is done, until it is dismissed @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  await login(page, company.ana);
  await page.goto("/admin");
  const steps = page.getByRole("region", { name: "First days" }).getByRole("listitem");
  await expect(steps).toHaveText([
    "Add an SMS number",
    "Add a group for a team or a place",
    "Invite your colleagues",
    "Have a second Admin of the whole company, who can let you in again",
  ]);
  await axe(page);
  await company.number();
  await steps.getByRole("link", { name: "Add a group" }).click();
  await page.getByLabel("Name", { exact: true }).fill("West");
  await page.getByRole("button", { name: "Add Group" }).click();
  await expect(page.getByRole("heading", { name: "West", exact: true })).toBeVisible();
  await page.goto("/admin");
  await expect(steps.filter({ hasText: "(done)" })).toHaveText([/^Add an SMS number/, /^Add a group/]);
  await expect(steps.getByRole("link")).toHaveCount(2);
  await axe(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    await expect.poll(() => page.evaluate(overflow), `${width} px`).toBeLessThanOrEqual(0);
  }
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText("“First days” is dismissed.")).toBeVisible();
  await expect(page.getByRole("region", { name: "First days" })).toHaveCount(0);
  await page.goto("/admin/activity");
  await expect(page.getByText("Ana Silva dismissed “First days”")).toBeVisible();
});

test("what should not be learnt too late stands on the Overview and on the list @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  await company.number({ label: "Desk" });
  await login(page, company.ana);
  await page.goto("/admin");
  await expect(
    page.getByText("You are the only Admin of the whole company: nobody else could let you in again.").first(),
  ).toBeVisible();
  await page.getByRole("link", { name: "Show 1 line is without anyone." }).click();
  await expect(page).toHaveURL(/\/admin\/numbers\?people=none$/);
  await expect(page.getByRole("main").getByRole("row").last()).toContainText("Desk");
  await page.goto("/admin/users");
  const notices = page.getByRole("navigation", { name: "Notices" }).getByRole("link");
  await expect(notices).toHaveText(["Only one Admin", "1 line without anyone"]);
  await axe(page);
  await notices.first().click();
  await expect(page).toHaveURL(/status=Active&role=admin/);
  await expect(page.getByRole("row").filter({ hasText: "Ana Silva" })).toBeVisible();
  await company.admin();
  await page.goto("/admin/users");
  await expect(notices).toHaveText(["1 line without anyone"]);
});
