import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("the file of a narrowed list holds what is shown and no more @nojs", async ({ page, company, login }) => {
  const line = await company.number({ label: "Front desk" });
  const ben = await company.endUser({ name: "Ben Ortiz" });
  await company.endUser({ name: "Cara Novak" });
  await company.disabled({ name: "Ben Gone" });
  await makeTalk({ line, name: "Marisol Vega" });
  await makeTalk({ line, name: "Owen Castellanos" });
  await login(page, company.ana);

  /** Names in the file that a list's own link leads to. */
  async function named(path: string, names: readonly string[]) {
    await page.goto(path);
    const more = page.getByRole("button", { name: "More", exact: true });
    if (await more.isVisible()) await more.click();
    const href = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
    const file = await (await page.request.get(href ?? "")).text();
    return names.filter((name) => file.includes(name));
  }

  const people = [ben.email, "Cara", "Gone"];
  expect(await named("/admin/users", people)).toEqual(people);
  expect(await named("/admin/users?search=ben&status=Active", people)).toEqual([ben.email]);
  expect(await named("/admin/users?status=Disabled", people)).toEqual(["Gone"]);
  const contacts = ["Vega", "Castellanos"];
  expect(await named("/contacts", contacts)).toEqual(contacts);
  expect(await named("/contacts?search=vega&texts=allowed", contacts)).toEqual(["Vega"]);
  await page.goto(`/admin/users/${ben.memberId}`);
  await page.getByRole("button", { name: "Reset Password" }).click();
  await expect(page.getByText(/^Password reset link sent to /)).toBeVisible();
  await page.getByRole("radio", { name: "Disabled" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Ben Ortiz is saved.")).toBeVisible();
  const acts = ["disabled Ben Ortiz", "password reset link"];
  expect(await named("/admin/activity", acts)).toEqual(acts);
  expect(await named("/admin/activity?action=member.disabled", acts)).toEqual(["disabled Ben Ortiz"]);
});
