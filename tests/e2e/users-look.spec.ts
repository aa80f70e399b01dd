import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { accounts, deliveries, members, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Company } from "@/tests/support/cast";
import { unique } from "@/tests/support/cast";
import { emailTo } from "@/tests/support/emails";
import { expect, test } from "@/tests/support/fixtures";
import { expire, linkTo } from "@/tests/support/links";
import { brokenWords, cutWords, measure } from "@/tests/support/run/measure";

const LONG = [
  "Maximiliane Oberhauser",
  "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh",
  "Konstantinos Papadimitriou-Alexopoulos",
];

/** A hundred people with addresses as people have them, some of them waited for. */
async function fill(company: Company) {
  const west = await company.group("Western Harbour and Islands");
  for (let at = 0; at < 90; at++) {
    const name = LONG[at % 7] ?? `Person ${String(at).padStart(3, "0")}`;
    const email = `${name.toLowerCase().replace(/\W+/g, ".")}.${unique()}@northern-harbour-dental.example`;
    const person = await company.endUser({ name, email, groupId: at % 5 === 0 ? west.id : company.rootGroupId });
    if (at > 0) continue;
    // Who has logged in before their address was changed has a note and a last login.
    const now = new Date();
    await writeDb.update(users).set({ emailUncheckedSince: now }).where(eq(users.id, person.userId));
    await writeDb.update(members).set({ lastLoginAt: now }).where(eq(members.id, person.memberId));
  }
  for (let at = 0; at < 9; at++) {
    const person = await company.pending({ name: `Pending ${at}` });
    if (at % 3 === 0) await linkTo(person, "invitation");
    if (at % 3 === 1) await expire(await linkTo(person, "invitation"));
  }
}

const WIDTHS = [360, 768, 1024, 1280, 1440, 1920];

/** Invitations as they are told: how long one counts still, and whether its email has come. */
async function invite(company: Company) {
  for (const [name, minutes] of [
    ["Ida Kern", 50],
    ["Nia Osei", 23 * 60],
  ] as const) {
    const person = await company.pending({ name });
    await expire(await linkTo(person, "invitation"), minutes);
    if (minutes < 60) continue;
    const providerId = unique();
    await emailTo(person, { state: "sent", providerId });
    await writeDb.insert(deliveries).values({ providerId, state: "delivered", at: new Date() });
  }
}

test("filters say their words whole, and so does what an Admin would ask next about somebody invited @nojs", async ({
  page,
  company,
  login,
}) => {
  await invite(company);
  const { memberId } = await company.endUser({ name: "Bo Lindqvist" });
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  await writeDb.update(members).set({ lastLoginAt: yesterday }).where(eq(members.id, memberId));
  for (let at = 0; at < 24; at++) await company.group(`Harbour ${at}`);
  await login(page, company.ana);
  const found: Record<string, unknown> = {};
  for (const asked of ["", "?role=messaging-agent", "?status=Pending"])
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/admin/users${asked}`);
      const cut = await cutWords(page);
      if (cut.length > 0) found[`${asked} at ${width}`] = cut;
    }
  expect(found).toEqual({});
});

test("a hundred people stand in even rows at every width, and no word is broken @nojs", async ({
  page,
  company,
  login,
}) => {
  await fill(company);
  await login(page, company.ana);
  await page.goto("/admin/users?size=100");
  await expect(page.getByRole("row")).toHaveCount(101);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const found = await measure(page);
    expect(found.broken, `words broken at ${width}`).toEqual([]);
    expect(found.ragged, `rows without one first line at ${width}`).toEqual([]);
    expect(found.overlapping, `words over each other at ${width}`).toEqual([]);
    expect(found.overflow, `wider than the window at ${width}`).toBeLessThanOrEqual(0);
    if (width >= 1280) expect(new Set(found.heights), `heights at ${width}`).toEqual(new Set([44]));
    else expect(Math.max(...found.heights), `heights at ${width}`).toBeLessThanOrEqual(60);
    if (width >= 1280) expect(found.inSight, `people in sight at ${width}`).toBeGreaterThanOrEqual(15);
    if (width < 640) expect(found.firstRow, "the first person on a phone").toBeLessThanOrEqual(260);
    await expectInSight(page, width);
  }
});

/** Search and headings stay at the top however far one has scrolled, and cover no part of each other. */
async function expectInSight(page: Page, width: number) {
  await page.evaluate(() => scrollTo(0, 2000));
  const search = await page.getByLabel("Search users").boundingBox();
  const heading = await page.getByRole("columnheader", { name: "Name", exact: true }).boundingBox();
  expect(search?.y, `search at ${width}`).toBeGreaterThanOrEqual(0);
  expect(heading?.y, `headings at ${width}`).toBeGreaterThanOrEqual((search?.y ?? 0) + (search?.height ?? 0));
  expect(heading?.y, `headings at ${width}`).toBeLessThan(200);
  await page.evaluate(() => scrollTo(0, 0));
}

test("what is cut is whole in its title, and for who reads by ear", async ({ page, company, login }) => {
  const name = "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh";
  const email = `maximiliane.oberhauser.${unique()}@northern-harbour-dental.example`;
  await company.endUser({ name, email });
  await login(page, company.ana);
  await page.goto("/admin/users");
  await expect(page.getByRole("cell", { name: email, exact: true })).toHaveAttribute("title", email);
  await expect(page.getByRole("cell", { name, exact: true })).toHaveAttribute("title", name);
});

test("nor is a word broken where else people stand in rows, and what is cut there is whole too @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const name = "Maximiliane Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh";
  const long = (who: string) => `${who}.featherstonehaugh@northern-harbour-dental.example`;
  const [ben, cara] = [long(`${unique()}.oberhauser`), long(`maximiliane.${unique()}`)];
  const line = await company.number({ label: "Nachmittagssprechstunde" });
  const person = await company.endUser({ name, email: ben, lines: [line] });
  const waiting = await company.pending({ email: cara });
  await emailTo(person, { error: `550: ${ben} is not known at mx.northern-harbour-dental-practices.example` });
  await emailTo(waiting, { state: "queued", error: "429: too many" });
  await login(page, company.ana);
  await page.goto("/admin/users/invite");
  await page.getByLabel("Email addresses").fill(`${name} <${unique()}.${ben}>\n${cara}\n${unique()}${ben}`);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("columnheader", { name: "What happens" })).toBeVisible();
  const found: Record<string, unknown> = {};
  for (const path of [
    new URL(page.url()).pathname,
    "/admin/activity/emails",
    `/admin/users/bulk?act=disable&member=${person.memberId}&member=${waiting.memberId}`,
    "/admin/numbers",
  ]) {
    await page.goto(path);
    for (const width of [360, 640, 768, 901, 1024, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const { overflow } = await measure(page);
      if (overflow > 0) found[`${path} at ${width}`] = overflow;
      const broken = await brokenWords(page);
      if (broken.length > 0) found[`${path} at ${width}`] = broken;
    }
  }
  expect(found, "words that are broken, and pages wider than the window").toEqual({});

  await page.setViewportSize({ width: 1024, height: 900 });
  await page.goto("/admin/activity/emails");
  await expect(page.getByText(ben, { exact: true })).toHaveAttribute("title", ben);
  if (!javaScriptEnabled) return;
  await page.getByLabel("To", { exact: true }).focus();
  await page.getByRole("link", { name, exact: true }).focus();
  await expect(page.getByText(`${name} · ${ben}`)).toBeVisible();
});

test("a face has its hue, and paper shows the whole of everybody and nothing to press @nojs", async ({
  page,
  company,
  login,
}) => {
  const name = LONG[1] ?? "";
  await company.endUser({ name, email: `${unique()}.oberhauser-wetterstein@northern-harbour-dental.example` });
  await login(page, company.ana);
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.goto("/admin/users");
  const cells = page.getByRole("row").getByRole("cell");
  const whole = page.getByRole("cell", { name, exact: true });
  await expect(whole).toBeVisible();
  for (const cell of [whole, page.getByRole("cell", { name: company.ana.name, exact: true })]) {
    const hue = await cell.evaluate((face) => getComputedStyle(face, "::before").backgroundColor);
    expect(hue).not.toBe("rgba(0, 0, 0, 0)");
  }

  await page.emulateMedia({ media: "print" });
  for (const control of [page.getByLabel("Search users"), page.getByRole("link", { name: "Edit" }).first()])
    await expect(control).toBeHidden();
  await expect(whole).toBeVisible();
  const cut = await cells.evaluateAll((all) =>
    all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
});

test("however long the company's name is, what one can do stands in one line of words @nojs", async ({
  page,
  company,
  login,
}) => {
  const name = "Northern Harbour Dental & Periodontics Association of the Pacific Coast";
  await writeDb.update(accounts).set({ name }).where(eq(accounts.id, company.accountId));
  await login(page, company.ana);
  await page.goto("/admin/users");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const words of ["Export CSV", "Invite Users"])
      expect((await page.getByRole("link", { name: words }).boundingBox())?.height, words).toBeLessThan(45);
  }
});
