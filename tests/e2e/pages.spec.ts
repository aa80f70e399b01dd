import type { Page } from "@playwright/test";
import { emailTo } from "@/tests/support/emails";
import { expect, test } from "@/tests/support/fixtures";
import { linkTo } from "@/tests/support/links";

const SIGNED_OUT = ["/login", "/forgot-password", "/forgot-username", "/reset-password?token=x", "/welcome?token=x"];
const PORTAL = [
  "/admin/users",
  "/admin/users?search=nobody-is-called-this",
  "/admin/users/new",
  "/admin/users/invite",
  "/admin/users/bulk?act=disable",
  "/admin/numbers",
  "/admin/numbers/new",
  "/admin/groups",
  "/admin/groups/new",
  "/admin/roles",
  "/admin/activity",
  "/admin/activity?person=nobody-is-called-this",
  "/admin/activity/emails",
  "/admin/activity/emails?state=undecided",
  "/admin/auto-replace",
  "/admin/company",
  "/settings/profile",
  "/settings/security",
];

/** Nothing is cut off: no page is wider than the window. */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** A title, one heading, nothing that keeps people out, in both themes and at every width. */
async function look(page: Page, path: string, axe: (page: Page) => Promise<void>) {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(path);
  await expect(page).toHaveTitle(/.+ · Lineup$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await axe(page);
  for (const width of [1280, 800, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(overflow), `${path} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await axe(page);
}

for (const path of SIGNED_OUT)
  test(`${path} keeps nobody out and fits any window`, async ({ page, axe }) => look(page, path, axe));

for (const path of PORTAL)
  test(`${path} keeps nobody out and fits any window`, async ({ page, company, login, axe }) => {
    await login(page, company.ana);
    await look(page, path, axe);
  });

test("a person with the longest of names, and their number, fit any window", async ({ page, company, login, axe }) => {
  const line = await company.number();
  const longest = "Wolfeschlegelsteinhausenbergerdorff".repeat(2);
  const { memberId } = await company.endUser({ name: `${longest} ${longest}`, lines: [line] });
  await login(page, company.ana);
  for (const path of [
    "/admin/users",
    `/admin/users/${memberId}`,
    `/admin/users/${memberId}?ask=delete`,
    `/admin/users/${memberId}?more=access`,
    `/admin/users/bulk?act=disable&member=${memberId}`,
    `/admin/groups/${company.rootGroupId}`,
    "/admin/activity",
    `/admin/numbers/${line.id}`,
  ])
    await look(page, path, axe);
});

test("the emails of somebody with the longest of names fit any window", async ({ page, company, login, axe }) => {
  const person = await company.pending({ name: "Wolfeschlegelsteinhausenbergerdorff".repeat(4) });
  await emailTo(person, { error: "A reason that has no space to break at: ".padEnd(300, "x") });
  await emailTo(person, { state: "queued", error: "429: too many" });
  await login(page, company.ana);
  await look(page, "/admin/activity/emails", axe);
});

test("links that are alive open pages that keep nobody out", async ({ page, company, axe }) => {
  const [ben, cara] = [await company.endUser(), await company.pending()];
  await look(page, `/reset-password?token=${await linkTo(ben, "reset")}`, axe);
  await look(page, `/welcome?token=${await linkTo(cara, "invitation")}`, axe);
});

test("addresses that make no sense are not found, and never a failure @nojs", async ({
  page,
  company,
  login,
  problems,
}) => {
  problems.allow(/404/);
  await login(page, company.ana);
  for (const path of [
    "/admin/users/x",
    "/admin/users/%00",
    "/admin/numbers/x",
    "/admin/groups/x",
    "/admin/users/invite/x",
    "/admin/users/bulk?act=x&member=y&all=z",
    "/admin/nothing",
    "/api/auth/session",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
  }
  for (const query of [
    "after=x&sort=y&size=z",
    "before=eyJ9",
    "search=%00%ff",
    "search=%25_%5C'\"",
    "status=a&status=b&role[]=c",
    "group=x&product=y&status=Expired",
    "person=%00&action=x&from=y&to=2026-99-99",
    "act=x&member=y&all=z",
    "state=x&to=%00%ff&after=y",
  ])
    for (const path of [
      "/admin/users",
      "/admin/users/export",
      "/admin/activity",
      "/admin/activity/emails",
      "/admin/groups",
    ]) {
      const answer = await page.request.get(`${path}?${query}`);
      expect(answer.status(), `${path}?${query}`).toBe(200);
    }
});

const NAUGHTY = [
  "<script>document.title='x'</script>",
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE users; --",
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "Ω≈ç√∫˜µ≤ 田中さん 👩‍👩‍👧‍👦 ÅÍÎÏ",
  "مرحبا ‏العربية",
  "Z̮̞̠͙͔ͅḀ̗̞͈̻",
  "undefined null NaN true",
];

test("whatever is typed as a name is stored and shown as typed, and runs nothing @nojs", async ({
  page,
  company,
  login,
}) => {
  const person = await company.endUser();
  await login(page, company.ana);
  for (const words of NAUGHTY) {
    await page.goto(`/admin/users/${person.memberId}`);
    await page.getByLabel("First Name").fill(words);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "is saved." })).toBeVisible();
    await expect(page.getByLabel("First Name")).toHaveValue(words);
    await expect(page).toHaveTitle(`${words} ${person.lastName} · Lineup`.replace(/\s+/g, " "));
  }
});
