import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { unique } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { expire, linkTo } from "@/tests/support/links";
import { cutWords } from "@/tests/support/run/measure";

/** Widths of a phone, a tablet and windows. */
const WIDTHS = [360, 768, 1024, 1280, 1440, 1920];

/** What is cut and nowhere whole for who hovers over it. */
const untitled = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main :is(td.who > *, td:is(.mail, .login, .role, .uses))")]
      .filter((words) => words.clientWidth > 1 && words.scrollWidth > words.clientWidth && !words.closest("[title]"))
      .map(({ textContent }) => textContent),
  );

/** Headings that are cut. */
const headings = (page: Page) =>
  page
    .locator("main th")
    .evaluateAll((all) =>
      all.filter((words) => words.clientWidth > 1 && words.scrollWidth > words.clientWidth).map((th) => th.textContent),
    );

test("names and addresses as most people have them are whole, or are so in their title @nojs", async ({
  page,
  company,
  login,
}) => {
  const names = ["Chiamaka Okafor", "Malik Thornbury", "Daria Kovalenko", "Wanda Drummond"];
  for (const name of [...names, "Mo Wammawgwom Wu"])
    await company.endUser({ name, email: `${unique().slice(0, 6)}@harbour.example`, username: unique().slice(0, 9) });
  await login(page, company.ana);
  await page.goto("/admin/users");
  for (const width of [...WIDTHS, 640, 900]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await untitled(page), `at ${width}`).toEqual([]);
    expect(await headings(page), `headings at ${width}`).toEqual([]);
    if (width < 1280) continue;
    for (const name of names) {
      const link = page.getByRole("link", { name, exact: true });
      expect(await link.evaluate((shown) => shown.scrollWidth - shown.clientWidth), `${name} at ${width}`).toBe(0);
    }
  }
});

/** Names of which the beginning can't be seen. */
const beheaded = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main td.who > *")]
      .filter((name) => {
        const range = document.createRange();
        range.setStart(name.firstChild ?? name, 0);
        range.setEnd(name.firstChild ?? name, 1);
        const [letter, cell] = [range.getBoundingClientRect(), name.getBoundingClientRect()];
        return letter.left < cell.left - 1 || letter.right > cell.right + 1;
      })
      .map(({ textContent }) => textContent),
  );

test("a role in a group is whole beside whatever else, and a name is cut at its own end @nojs", async ({
  page,
  company,
  login,
}) => {
  const west = await company.group("West");
  for (const name of [
    "عبد الرحمن بن محمد الخوارزمي البغدادي الكبير الطويل",
    "אלכסנדרה בת אברהם ויצחק ויעקב מירושלים העתיקה",
    "田中さくらこ田中さくらこ田中さくらこ田中さくらこ田中さくらこ",
  ])
    await company.endUser({ name, role: "messaging-agent", groupId: west.id });
  await login(page, company.ana);
  const found: Record<string, unknown> = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/admin/users?role=messaging-agent");
    const roles = page.getByRole("cell", { name: "Messaging Agent · West" });
    await expect(roles).toHaveCount(3);
    const cut = await roles.evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    if (width >= 1024 && cut > 0) found[`roles at ${width}`] = cut;
    const names = await beheaded(page);
    if (names.length > 0) found[`names at ${width}`] = names;
  }
  expect(found).toEqual({});
});

test("columns in which everything is short leave their room to addresses @nojs", async ({ page, company, login }) => {
  const west = await company.group("West");
  const addresses = ["ines.etxeberria", "benedikt.weber"].map((who) => `${who}@${unique().slice(0, 5)}.example`);
  for (const email of addresses) {
    const { memberId } = await company.endUser({ name: "Benedikt Thorsson", username: unique().slice(0, 8), email });
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    await writeDb.update(members).set({ lastLoginAt: yesterday }).where(eq(members.id, memberId));
  }
  await login(page, company.ana);
  await page.setViewportSize({ width: 1280, height: 900 });
  const whole = async () => {
    await page.goto("/admin/users?search=benedikt");
    for (const email of addresses) {
      const cell = page.getByRole("cell", { name: email, exact: true });
      expect(await cell.evaluate((shown) => shown.scrollWidth - shown.clientWidth), email).toBe(0);
    }
    expect(await cutWords(page)).toEqual([]);
  };
  await whole();
  const waited = await company.pending({ name: "Benedikt Weiss" });
  await expire(await linkTo(waited, "invitation"), 50);
  await whole();
  // A role in a group is whole; addresses have what it leaves them.
  await company.endUser({ name: "Benedikt Okafor", role: "messaging-agent", groupId: west.id });
  await page.goto("/admin/users?search=benedikt");
  const room = await page.getByRole("cell", { name: addresses[0] ?? "", exact: true }).boundingBox();
  expect(room?.width).toBeGreaterThanOrEqual(180);
});
