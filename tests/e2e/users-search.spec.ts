import { expect, test } from "@/tests/support/fixtures";

test("a search that another has overtaken shows nothing any more, however late its answer comes", async ({
  page,
  company,
  login,
}) => {
  for (const name of ["Ruth Ortiz", "Rufus Novak"]) await company.endUser({ name });
  await login(page, company.ana);
  await page.goto("/admin/users");
  const asked: string[] = [];
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/search=ru(&|$)/, async (route) => {
    asked.push(route.request().url());
    await held;
    await route.continue();
  });
  const search = page.getByLabel("Search users");
  await search.pressSequentially("ru");
  await expect.poll(() => asked.length).toBe(1);
  await search.pressSequentially("th");
  await expect(page).toHaveURL(/search=ruth$/);
  await expect(page.getByRole("row")).toHaveCount(2);
  const came = page.waitForResponse(/search=ru(&|$)/);
  answer();
  await came;
  await search.pressSequentially(" o");
  await expect(page).toHaveURL(/search=ruth\+o$/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(search).toHaveValue("ruth o");
});
