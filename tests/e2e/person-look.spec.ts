import type { Locator } from "@playwright/test";
import { logins, refusedLogins, roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Company } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";

const WIDTHS = [360, 768, 1024, 1280, 1440, 1920];
const MANY = 40;

/** Somebody with forty lines and forty roles, of whom the longest names are as long as they come. */
async function busiest(company: Company) {
  const lines = [];
  for (let at = 1; at <= MANY; at++)
    lines.push(await company.number({ label: at % 3 === 0 ? `Northern Harbour Dental, recalls ${at}` : `Desk ${at}` }));
  const person = await company.endUser({ name: "Maximiliane von Oberhauser-Wolkenstein", lines });
  const north = await company.group("Northern Harbour and Surroundings");
  for (let at = 2; at <= MANY; at++) {
    const { id: groupId } = await company.group(`Region ${at}`, at % 2 === 0 ? north.id : company.rootGroupId);
    const { accountId, memberId } = person;
    await writeDb.insert(roleAssignments).values({ accountId, memberId, role: "messaging-agent", groupId });
  }
  return person;
}

const boxesOf = (all: Locator) =>
  all.evaluateAll((each) => each.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));

test("forty roles and forty lines stand one a line at every width, and what they can do beside them", async ({
  page,
  company,
  login,
  axe,
}) => {
  const person = await busiest(company);
  await login(page, company.ana);
  await page.goto(`/admin/users/${person.memberId}?tab=access`);
  const canDo = page.getByRole("region", { name: "What Maximiliane can do" });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ["Roles", "Lines"]) {
      const rows = await boxesOf(page.getByRole("group", { name }).locator("label"));
      expect(rows).toHaveLength(MANY);
      expect(new Set(rows.map(({ left }) => left)).size, `${name} at ${width}`).toBe(1);
      for (const [at, row] of rows.slice(1).entries()) expect(row.top).toBeGreaterThanOrEqual(rows[at]?.bottom ?? 0);
      if (width > 1024) expect(Math.max(...rows.map(({ height }) => height)), `${name} at ${width}`).toBeLessThan(44);
    }
    const products = await boxesOf(page.getByRole("group", { name: "Products" }).locator("label"));
    const alone = products.filter(({ top }) => products.filter((other) => other.top === top).length === 1);
    expect(alone, `products alone on a line at ${width}`).toEqual([]);
    const [beside] = await boxesOf(canDo);
    const [fields] = await boxesOf(page.getByRole("group", { name: "Roles" }));
    if (width > 1024) expect(beside?.right).toBeLessThanOrEqual(fields?.left ?? 0);
    else expect(beside?.top).toBeGreaterThan(fields?.bottom ?? 0);
    if (width > 1024) expect(Math.abs((beside?.top ?? 0) - (fields?.top ?? 0))).toBeLessThan(200);
    await expect(page.getByRole("button", { name: "Save" })).toBeInViewport({ ratio: 1 });
    const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(over), `${width}`).toBeLessThanOrEqual(0);
  }
  await axe(page);
  await page.getByRole("checkbox", { name: "Messaging Agent in Region 3", exact: true }).uncheck();
  await expect(page.getByText("Unsaved changes")).toBeInViewport();
  await expect(page.getByRole("region", { name: "What changes" })).toBeInViewport({ ratio: 1 });
});

test("what changes is in sight beside what is being changed, and hides nothing that the keyboard comes to", async ({
  page,
  company,
  login,
}) => {
  const ben = await company.endUser({ name: "Ben Cole" });
  for (let at = 1; at <= 12; at++) await company.number({ label: `Desk ${at}` });
  await login(page, company.ana);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/admin/users/${ben.memberId}?tab=access`);
  await page.getByRole("checkbox", { name: "Chat" }).uncheck();
  const changes = page.getByRole("region", { name: "What changes" });
  await expect(changes).toContainText("Product: Chat");
  await expect(changes).toBeInViewport({ ratio: 1 });
  const save = page.getByRole("button", { name: "Save" });
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press("Tab");
    const [over] = await boxesOf(changes);
    const [at] = await boxesOf(page.locator("main :focus"));
    if (await save.evaluate((button) => button === document.activeElement)) break;
    expect(at?.bottom, `stop ${stop}`).toBeLessThanOrEqual(over?.top ?? 0);
  }
});

test("who was at a field is told beside Save that it is not saved, without a script too @nojs", async ({
  page,
  company,
  login,
}) => {
  const ben = await company.endUser({ name: "Ben Cole" });
  await login(page, company.ana);
  await page.goto(`/admin/users/${ben.memberId}?tab=access`);
  await expect(page.getByText(/^Unsaved changes/)).toBeHidden();
  await page.getByRole("checkbox", { name: "Reports" }).uncheck();
  await expect(page.getByText(/^Unsaved changes/)).toBeVisible();
});

test("when somebody logged in stands in one line on a phone, and how often somebody could not @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const ben = await company.endUser({ name: "Ben Cole" });
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  const from = {
    address: "203.0.113.205",
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0",
  };
  await writeDb.insert(logins).values({ ...from, memberId: ben.memberId, at: yesterday });
  await writeDb
    .insert(refusedLogins)
    .values({ ...from, userId: ben.userId, hour: yesterday, at: yesterday, times: 12 });
  await login(page, company.ana);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/users/${ben.memberId}?tab=history`);
  const rows = page.getByRole("row").filter({ hasText: "Firefox on Windows" });
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("table", { name: "Refused logins" })).toContainText("12");
  for (const time of await rows.locator("time").all()) {
    await expect(time).toHaveText(/^Yesterday, /);
    expect(await time.evaluate((words) => words.getClientRects().length)).toBe(1);
  }
  for (const row of await boxesOf(rows)) expect(row.height).toBeLessThanOrEqual(64);
  await axe(page);
});

test("an address has the whole width of its section", async ({ page, company, login }) => {
  const ben = await company.endUser({ name: "Ben Ortiz" });
  await login(page, company.ana);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/admin/users/${ben.memberId}`);
  const [email] = await boxesOf(page.getByLabel("Email", { exact: true }));
  const [zone] = await boxesOf(page.getByLabel("Time Zone", { exact: true }));
  expect(email?.width).toBe(zone?.width);
});
