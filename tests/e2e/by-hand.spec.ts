import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/fixtures";
import { statusOf } from "@/tests/support/rows";

// Only without a script does a form hold all that it sends.
test.use({ javaScriptEnabled: false });

/** What a browser without scripts would send with the form that holds a button, where the button stands. */
const formOf = (page: Page, button: string) =>
  page
    .getByRole("button", { name: button, exact: true })
    .last()
    .evaluate((element) => {
      const form = element instanceof HTMLButtonElement ? element.form : null;
      return form ? [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]) : [];
    });

test("an End User who posts an Admin's action by hand changes nothing, on whatever page", async ({
  company,
  openPage,
  request,
}) => {
  const [victim, ben] = [await company.endUser(), await company.endUser()];
  const path = `/admin/users/${victim.memberId}`;
  const admin = await openPage(company.ana);
  await admin.goto(`${path}?ask=delete`);
  const stolen = await formOf(admin, "Delete");
  expect(stolen.map(([name]) => name)).toEqual(expect.arrayContaining(["memberId", "once"]));
  expect(stolen.some(([name]) => name.startsWith("$ACTION"))).toBe(true);

  const endUser = await openPage(ben);
  for (const target of [path, "/admin/users", "/settings/profile"]) {
    const answer = await endUser.request.post(target, { multipart: Object.fromEntries(stolen), maxRedirects: 0 });
    expect(Math.floor(answer.status() / 100), `${target}: ${answer.status()}`).toBe(4);
  }
  expect(await statusOf(victim)).toBe("Active");

  const stranger = await request.post(path, { multipart: Object.fromEntries(stolen), maxRedirects: 0 });
  expect(stranger.status()).toBe(303);
  expect(stranger.headers().location).toContain("/login");
  expect(await statusOf(victim)).toBe("Active");
});
