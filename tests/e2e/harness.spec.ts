import { expect, test } from "@/tests/support/fixtures";

test("a person of the cast is in without the login page, and out of what is not theirs @nojs", async ({
  page,
  company,
  login,
  openPage,
}) => {
  await login(page, company.ana);
  expect((await page.goto("/admin/users"))?.status()).toBe(200);
  const endUsersPage = await openPage(await company.endUser());
  expect((await endUsersPage.goto("/admin/users"))?.status()).toBe(404);
  const nobodysPage = await openPage();
  await nobodysPage.goto("/admin/users");
  await expect(nobodysPage).toHaveURL(/\/login\?next=%2Fadmin%2Fusers$/);
});

test("whatever a browser complains about is noticed", async ({ page, problems }) => {
  await page.route("**/harness-fails", (route) => route.fulfill({ status: 500, body: "" }));
  await page.goto("/login");
  await page.evaluate(async () => {
    console.error("said by the page");
    setTimeout(() => {
      throw new Error("thrown by the page");
    });
    const planted = document.body.appendChild(document.createElement("div"));
    planted.innerHTML = '<i style="color: red">styled</i><img src="/no-such-image.png">';
    await fetch("/harness-fails");
  });
  const expected = [
    /said by the page/,
    /thrown by the page/,
    /Content Security Policy/,
    /^500: /,
    /^404: .*no-such-image/,
  ];
  for (const each of expected) {
    await expect.poll(() => problems.found().some((found) => each.test(found)), { message: String(each) }).toBe(true);
  }
  for (const each of expected) problems.allow(each);
  expect(problems.found()).toEqual([]);
});

test("what keeps people out is noticed", async ({ page, axe }) => {
  await page.goto("/login");
  await page.evaluate(() => {
    document.body.appendChild(document.createElement("img")).src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
  });
  await expect(axe(page)).rejects.toThrow(/image-alt/);
});
