import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { linkTo } from "@/tests/support/links";
import { choosePassword } from "@/tests/support/outside";

const zoneOf = (page: Page) => page.getByRole("combobox", { name: "Time Zone" });

test("a time zone is chosen from the browser's own list as long as nobody is at it @nojs", async ({
  page,
  company,
  login,
}) => {
  await login(page, company.ana);
  await page.goto("/settings/profile");
  const zone = page.getByLabel("Time Zone");
  await expect(zoneOf(page)).toHaveValue("America/Los_Angeles");
  expect(await zone.getByRole("option").count()).toBeGreaterThan(400);
  await zone.selectOption("Asia/Kolkata");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue("Asia/Kolkata");
});

test("a time zone is searched for by keys alone, whatever it is called", async ({ page, company, login, axe }) => {
  await login(page, company.ana);
  await page.goto("/settings/profile");
  const zone = zoneOf(page);
  const options = page.getByRole("listbox", { name: "Choices" }).getByRole("option");
  await page.getByLabel("Contact Number").focus();
  await page.keyboard.press("Tab");
  await expect(zone).toBeFocused();
  // What is typed before there is a list counts once there is.
  await page.keyboard.type("calcutta");
  await page.keyboard.press("Enter");
  await expect(zone).toHaveValue("Asia/Kolkata (UTC+5:30)");
  await expect(zone).toHaveAttribute("aria-expanded", "false");
  await expect(zone).toBeFocused();

  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Asia/Kolkata" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("option", { name: "Asia/Kolkata" })).toBeInViewport();
  await axe(page);
  await zone.fill("pacific");
  await expect(options.first()).toContainText("America/Los Angeles");
  await page.keyboard.press("End");
  await page.keyboard.type(" time");
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await page.keyboard.type("P");
  await expect(page.getByText(/^\d found$/)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(zone).toHaveValue("Asia/Kolkata (UTC+5:30)");
  await zone.fill("nowhere at all");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(zone).toHaveValue("Asia/Kolkata (UTC+5:30)");
  await zone.fill("america/new_york");
  await page.keyboard.press("Tab");
  await expect(zone).toHaveValue(/^America\/New York/);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue("America/New_York");
});

test("pressed on a telephone it opens its own list, and what is picked is unsaved until it is saved", async ({
  page,
  company,
  login,
  axe,
}) => {
  const person = await company.endUser();
  await login(page, company.ana);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/users/${person.memberId}`);
  await zoneOf(page).click();
  await expect(zoneOf(page)).toBeFocused();
  await expect(page.getByRole("option", { name: "America/Los Angeles" })).toBeInViewport();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
  await page.keyboard.type("new york");
  const option = page.getByRole("option", { name: "America/New York" });
  const { x = -1, width = 999 } = (await option.boundingBox()) ?? {};
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(360);
  await axe(page);
  await option.click();
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
  await expect(zoneOf(page)).toHaveValue("America/New_York");
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
});

test("the zone of the browser is proposed, and another found, by whoever is not logged in yet", async ({
  page,
  company,
}) => {
  const bare = await company.pending({ name: "", username: null });
  await page.goto(`/welcome?token=${await linkTo(bare, "invitation")}`);
  await expect(zoneOf(page)).toHaveValue("Pacific/Auckland");
  await zoneOf(page).focus();
  await expect(zoneOf(page)).toHaveValue(/^Pacific\/Auckland \(/);
  await page.keyboard.type("berlin");
  await page.keyboard.press("Enter");
  await expect(zoneOf(page)).toHaveValue(/^Europe\/Berlin/);
  await choosePassword(page, "Create password");
  await expect(page.getByLabel("First Name")).toHaveAccessibleDescription("Enter a first or a last name.");
  await expect(zoneOf(page)).toHaveValue("Europe/Berlin");
});
