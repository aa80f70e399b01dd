import { expect, test } from "@/tests/support/fixtures";
import { linkTo } from "@/tests/support/links";

const SIGNED_OUT = ["/login", "/forgot-password", "/forgot-username", "/reset-password?token=x", "/welcome?token=x"];
const PORTAL = [
  "/admin/users",
  "/admin/users?search=nobody-is-called-this",
  "/admin/users/new",
  "/admin/numbers",
  "/admin/numbers/new",
  "/admin/company",
  "/settings/profile",
  "/settings/security",
];

/** Nothing is cut off: no page is wider than the window. */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

test("every page has a title and one heading, fits any window and keeps nobody out", async ({
  page,
  company,
  login,
  axe,
}) => {
  test.setTimeout(180_000);
  const line = await company.number();
  const longest = "Wolfeschlegelsteinhausenbergerdorff".repeat(2);
  const ben = await company.endUser({ name: `${longest} ${longest}`, lines: [line] });
  const cara = await company.pending();
  const welcome = `/welcome?token=${await linkTo(cara, "invitation")}`;
  const reset = `/reset-password?token=${await linkTo(ben, "reset")}`;
  const look = async (path: string) => {
    await page.goto(path);
    await expect(page, path).toHaveTitle(/.+ · Lineup$/);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await axe(page);
    }
    for (const width of [1280, 800, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(overflow), `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
    await axe(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  for (const path of [...SIGNED_OUT, welcome, reset]) await look(path);
  await login(page, company.ana);
  const ofPeople = [ben, cara].map(({ memberId }) => `/admin/users/${memberId}`);
  for (const path of [...PORTAL, ...ofPeople, `${ofPeople[0]}?ask=delete`, `/admin/numbers/${line.id}`])
    await look(path);
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
  ]) {
    const answer = await page.goto(`/admin/users?${query}`);
    expect(answer?.status(), query).toBe(200);
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
  test.setTimeout(120_000);
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
