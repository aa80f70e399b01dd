import { eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { writeDb } from "@/db/write";
import { PASSWORD, type Person } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { logIn } from "@/tests/support/outside";

test("an End User edits their own profile @nojs", async ({ page, company, login, axe }) => {
  const [desk, recalls] = [await company.number({ label: "Desk" }), await company.number({ label: "Recalls" })];
  const person = await company.endUser({ lines: [desk, recalls] });
  await login(page, person);
  await page.goto("/settings/profile");
  await expect(page).toHaveTitle("Edit Profile · Lineup");
  await expect(page.getByRole("heading", { name: "Edit Profile" })).toBeVisible();
  await axe(page);
  await page.getByLabel("First Name").fill("Zoë");
  await page.getByLabel("Contact Number").fill("555");
  await page.getByLabel("Time Zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Contact Number")).toHaveAccessibleDescription(/That isn't a whole phone number/);
  await expect(page.getByLabel("First Name")).toHaveValue("Zoë");
  await expect(page.getByLabel("Time Zone")).toHaveValue("Europe/Berlin");

  await page.getByLabel("Contact Number").fill("415 555 2671");
  await page.getByLabel("Default Number").selectOption(recalls.id);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Contact Number")).toHaveValue("(415) 555-2671");
  await expect(page.getByLabel("Default Number")).toHaveValue(recalls.id);
  await expect(page.getByRole("textbox", { name: "Username" })).toHaveCount(0);
});

test("a new email waits for its own mailbox, and the old one is told @nojs", async ({ page, company, login, mail }) => {
  const person = await company.endUser();
  const email = `new.${person.email}`;
  await login(page, person);
  await page.goto("/settings/profile");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`${email} waits to be confirmed`)).toBeVisible();
  await expect(page.getByLabel("Email", { exact: true })).toHaveValue(person.email);
  const { text } = await mail.wait(email);
  await page.goto(/https?:\S+token=\S+/.exec(text)?.[0] ?? "");
  await page.getByRole("main").getByRole("button").first().click();
  await mail.wait(person.email, ({ subject }) => /was changed/.test(subject));
  await page.goto("/settings/profile");
  await expect(page.getByLabel("Email", { exact: true })).toHaveValue(email);
});

test("a new email can be taken back @nojs", async ({ page, company, login }) => {
  const person = await company.endUser();
  await login(page, person);
  await page.goto("/settings/profile");
  await page.getByLabel("Email", { exact: true }).fill(`new.${person.email}`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Send the link again" }).click();
  await expect(page.getByText(`We have emailed a link to new.${person.email}`)).toBeVisible();
  await page.getByRole("button", { name: "Keep the old address" }).click();
  await expect(page.getByText("Your email address stays as it is.")).toBeVisible();
  await expect(page.getByText("waits to be confirmed")).toHaveCount(0);
});

test("a new password logs out everywhere else @nojs", async ({ page, company, login, openPage, mail, axe }) => {
  const person = await company.endUser();
  const elsewhere = await openPage(person);
  await elsewhere.goto("/settings/profile");
  await login(page, person);
  await page.goto("/settings/security");
  await expect(page.getByRole("heading", { name: "Security" })).toBeVisible();
  await axe(page);
  const fill = async (current: string, next: string) => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password").fill(next);
    await page.getByLabel("Confirm password").fill(next);
    await page.getByRole("button", { name: "Save password" }).click();
  };
  await fill("not the password 47", "teal anchor violin 83");
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription("That isn't your current password.");
  await expect(page.getByLabel("New password")).toHaveValue("");
  await fill(PASSWORD, "teal anchor violin 83");
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await mail.wait(person.email, ({ subject }) => /password/.test(subject));
  await elsewhere.goto("/settings/profile");
  await expect(elsewhere).toHaveURL(/\/login/);
  await logIn(elsewhere, person.email, PASSWORD);
  await expect(elsewhere.getByText("Wrong username, email or password.")).toBeVisible();
});

test("sessions are listed, and the others can be logged out @nojs", async ({ page, company, login, openPage }) => {
  const person = await company.endUser();
  const [one, two] = [await openPage(person), await openPage(person)];
  await login(page, person);
  await page.goto("/settings/security");
  const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
  await expect(sessions).toHaveCount(3);
  await expect(sessions.first()).toContainText("This device");
  await sessions.nth(1).getByRole("button", { name: "Log out" }).click();
  await expect(sessions).toHaveCount(2);
  await page.getByRole("button", { name: "Log out all others" }).click();
  await expect(page.getByText("Everywhere else you are logged out.")).toBeVisible();
  await expect(sessions).toHaveCount(1);
  for (const other of [one, two]) {
    await other.goto("/settings/profile");
    await expect(other).toHaveURL(/\/login/);
  }
});

const logInAnHourAgo = ({ memberId }: Person) =>
  writeDb.update(sessions).set({ createdAt: sql`now() - interval '1 hour'` }).where(eq(sessions.memberId, memberId));

test("an hour after logging in, a new email and ending sessions ask for the password @nojs", async ({
  page,
  company,
  login,
  openPage,
  axe,
}) => {
  const person = await company.endUser();
  await openPage(person);
  await openPage(person);
  await login(page, person);
  await logInAnHourAgo(person);
  await page.goto("/settings/profile");
  await page.getByLabel("Email", { exact: true }).fill(`new.${person.email}`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription(
    "Enter your current password to change your email.",
  );

  await page.goto("/settings/security");
  const list = page.getByRole("list", { name: "Sessions" });
  await expect(page.getByLabel("Current password")).toHaveCount(1);
  await expect(list.getByLabel("Current password")).toHaveCount(0);
  await list.getByRole("button", { name: "Log out" }).first().click();
  await expect(list.getByLabel("Current password")).toHaveAccessibleDescription(/Enter your current password/);
  await expect(list.getByLabel("Current password")).toBeFocused();
  await expect(list.getByRole("group").filter({ has: page.getByLabel("Current password") })).toHaveAccessibleName(
    /^Log out /,
  );
  await axe(page);
  await list.getByLabel("Current password").fill("not the password 47");
  await list.getByRole("button", { name: "Log out" }).first().click();
  await expect(list.getByLabel("Current password")).toHaveAccessibleDescription("That isn't your current password.");
  await list.getByLabel("Current password").fill(PASSWORD);
  await list.getByRole("button", { name: "Log out" }).first().click();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Log out all others" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

test("the old address is told of a change at once, and stops it @nojs", async ({
  page,
  company,
  login,
  openPage,
  mail,
  axe,
}) => {
  const person = await company.endUser();
  const email = `new.${person.email}`;
  await login(page, person);
  await page.goto("/settings/profile");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const [stopping, confirming] = [
    await mail.linkFor(person.email, /keep-email/),
    await mail.linkFor(email, /confirm-email/),
  ];
  const owner = await openPage();
  await owner.goto(stopping);
  await expect(owner.getByRole("heading", { name: "Keep your email address" })).toBeVisible();
  await axe(owner);
  await owner.reload();
  await owner.getByRole("button", { name: "Stop the change" }).click();
  await expect(owner.getByText("The change is stopped.")).toBeVisible();
  await expect(owner).toHaveURL("/login");
  expect(await mail.linkFor(person.email, /reset-password/)).toBeTruthy();
  await page.goto("/settings/profile");
  await expect(page).toHaveURL(/\/login/);
  await page.goto(confirming);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await owner.goto(stopping);
  await expect(owner.getByRole("heading", { name: "The change is stopped" })).toBeVisible();
});

test("dates are written as the person chooses @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/settings/profile");
  await expect(page.getByLabel("Date Format")).toHaveValue("");
  const label = `English (United States): 11/26/${new Date().getUTCFullYear()}, 3:05 PM`;
  await page.getByLabel("Date Format").selectOption({ label });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await expect(page.getByLabel("Date Format")).toHaveValue("en-US");
  await page.goto("/settings/security");
  await expect(page.getByRole("list", { name: "Sessions" })).toContainText(/Today, \d{1,2}:\d\d (AM|PM)/);
});

test("hours and weeks are the person's own, too @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/settings/profile");
  await expect(page.getByLabel("Clock")).toHaveValue("");
  await page.getByLabel("Clock").selectOption({ label: "12 hours: 3:05 PM" });
  await page.getByLabel("Week Starts On").selectOption({ label: "Sunday" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await expect(page.getByLabel("Clock")).toHaveValue("12");
  await expect(page.getByLabel("Week Starts On")).toHaveValue("sun");
  await page.goto("/settings/security");
  await expect(page.getByRole("list", { name: "Sessions" })).toContainText(/Today, \d{1,2}:\d\d (AM|PM)/);
  await page.goto("/admin/activity");
  await expect(page.getByRole("main").locator("time").first()).toHaveText(/^\d{1,2}:\d\d (AM|PM)$/);
  await page.goto("/admin");
  await page.getByText("As a table").click();
  const weeks = page.getByRole("rowheader", { name: /^Week from / }).locator("time");
  const begins = await weeks.evaluateAll((all) => all.map((time) => `${time.getAttribute("datetime")}T12:00Z`));
  // The oldest is cut by the thirty days.
  expect(new Set(begins.slice(0, -1).map((day) => new Date(day).getUTCDay()))).toEqual(new Set([0]));
});

test("keys of one letter can be switched off, on every page and device @nojs", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/admin/users");
  await expect(page.getByLabel("Search users")).toHaveAttribute("aria-keyshortcuts", "/");
  await page.goto("/settings/profile");
  const box = page.getByRole("checkbox", { name: "Keyboard shortcuts of one letter" });
  await expect(box).toBeChecked();
  await box.uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await expect(box).not.toBeChecked();
  await page.goto("/admin/users");
  await expect(page.getByLabel("Search users")).not.toHaveAttribute("aria-keyshortcuts");
});

test("a theme that was chosen is there when the page is loaded again", async ({ page, company, login }) => {
  await login(page, company.ana);
  await page.goto("/settings/profile");
  const switched = page.getByRole("radio", { name: "Dark" });
  await expect(switched).not.toBeChecked();
  await switched.check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
});
