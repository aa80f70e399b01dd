import { v7 } from "uuid";
import { expect, test } from "@/tests/support/fixtures";

const NOWHERE = [
  "/admin/nothing",
  `/admin/users/${v7()}`,
  "/admin/users/%00",
  `/admin/users/invite/${v7()}/failures`,
  "/_nowhere",
  "/_nowhere?x",
  "/_not-found",
];

test("what is not there stands in the portal of whoever is logged in, with the way on @nojs", async ({
  page,
  company,
  login,
  axe,
  problems,
}) => {
  problems.allow(/404/);
  await login(page, company.ana);
  for (const path of NOWHERE) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page).toHaveTitle("Not found · Lineup");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not found");
    await expect(page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Users" })).toBeVisible();
    await expect(page.getByText(company.ana.name).first()).toBeVisible();
  }
  await axe(page);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain("Geist");
  await page.getByRole("link", { name: "Users", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  await page.goto("/admin/nothing");
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
});

test("whoever is not logged in reads it in our look, without a navigation @nojs", async ({ page, axe, problems }) => {
  problems.allow(/404/);
  for (const path of ["/nothing", "/_nowhere", "/dev/phones", "/dev/styles"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not found");
    await expect(page.getByRole("navigation")).toHaveCount(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily), path).toContain("Geist");
  }
  await axe(page);
  await page.getByRole("link", { name: "Back to the portal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
});

test("from page to page what is gone keeps the navigation", async ({ page, company, login, problems }) => {
  problems.allow(/404/);
  const gone = await company.endUser();
  await login(page, company.ana);
  await page.goto("/admin/users");
  await page.evaluate((href) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("main td a")) link.href = href;
  }, `/admin/users/${v7()}`);
  await page.getByRole("link", { name: gone.name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Portal" })).toBeVisible();
});
