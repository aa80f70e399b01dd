import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { conversations, lineAccess, members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { disableMember } from "@/lib/members/disable";
import { onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { atThread, composer, hearsNews, thread } from "@/tests/support/forms/thread-page";
import { meanwhile } from "@/tests/support/meet";
import { makeTalk, messagesOf } from "@/tests/support/talk";

test("a line that is taken away says so on the page that shows it, and disabling as well", async ({
  page,
  company,
  login,
  openPage,
  axe,
}) => {
  const line = await company.number();
  const [hana, finn] = [await company.endUser({ lines: [line] }), await company.endUser({ lines: [line] })];
  const talk = await makeTalk({ line });
  const second = await openPage(finn);
  await login(page, hana);
  for (const each of [page, second]) {
    await each.goto(`/inbox/${talk.id}`);
    await expect(thread(each)).toBeVisible();
  }
  await takeLines(hana);
  await expect(page.getByText("You no longer have this line.")).toBeVisible();
  await axe(page);
  await disableMember(await viewerOf(company.ana), { memberId: finn.memberId, once: onceKey() });
  await expect(second.getByText("You no longer have this line.")).toBeVisible();
});

test("a page that asks for its thread in the moment in which its line is taken away says so as well", async ({
  page,
  company,
  login,
}) => {
  const { hana, hears } = await atThread({ page, company, login });
  await hearsNews(page);
  await composer(page).fill("Yes, I\nhear you.");
  await beforeEach(page, "GET", () => takeLines(hana));
  await hears("Can you hear me?");
  await expect(thread(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "You no longer have this line." })).toBeVisible();
  await expect(page.getByText("Yes, I hear you.")).toBeVisible();
  await expect(page).toHaveTitle("You no longer have this line · Lineup");
  await expect(page.getByText("Not found")).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Back to Lineup" }).click();
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
});

for (const { act, field, button } of [
  { act: "answers", field: "Message", button: "Send" },
  { act: "leaves a note", field: "Note", button: "Add Note" },
  { act: "claims a thread", field: "Message", button: "Claim" },
])
  test(`whoever ${act} as its line is taken away is told so, sends nothing, and loses no word @nojs`, async ({
    page,
    company,
    login,
    javaScriptEnabled,
  }) => {
    const { hana, talk } = await atThread({ page, company, login });
    if (field === "Note") await page.goto(`/inbox/${talk.id}?compose=note`);
    await page.getByLabel(field, { exact: true }).fill("We are open\nuntil six.");
    await beforeEach(page, "POST", () => takeLines(hana));
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("alert").getByText("You no longer have this line.").first()).toBeVisible();
    await expect(page.getByText("We are open until six.").first()).toBeVisible();
    // With a script they stand in the form as well, unless its page was asked for anew in that moment.
    if (!javaScriptEnabled) await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
    expect(await messagesOf(talk)).toHaveLength(1);
  });

test("whoever may read and send no texts any more is told so on a page that is theirs, with what they wrote @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const { hana } = await atThread({ page, company, login });
  await composer(page).fill("We are open until six.");
  await beforeEach(page, "POST", () =>
    writeDb.update(members).set({ products: [] }).where(eq(members.id, hana.memberId)),
  );
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const said = javaScriptEnabled ? "You no longer have this line." : "You may no longer read or send texts.";
  await expect(page.getByText(said).first()).toBeVisible();
  await expect(page.getByText("We are open until six.").first()).toBeVisible();
  if (javaScriptEnabled) await page.goto("/");
  await expect(page.getByRole("heading", { name: "Edit Profile", exact: true })).toBeVisible();
});

test("whose line and right to read end in the very moment of their answer is led to a page that is theirs, with what they wrote @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const { hana, talk } = await atThread({ page, company, login });
  await composer(page).fill("We are open until six.");
  await meanwhile(
    async (tx) => {
      await tx.select().from(conversations).where(eq(conversations.id, talk.id)).for("update");
      await tx.update(members).set({ products: [], defaultNumberId: null }).where(eq(members.id, hana.memberId));
      await tx.delete(lineAccess).where(eq(lineAccess.memberId, hana.memberId));
    },
    async () => {
      // Typing is told besides, to an address of programs.
      const answered = page.waitForResponse(
        (response) => response.request().method() === "POST" && !new URL(response.url()).pathname.startsWith("/api/"),
      );
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await answered;
    },
  );
  await expect(page.getByText("You no longer have this line.").first()).toBeVisible();
  await expect(page.getByText("We are open until six.").first()).toBeVisible();
  if (javaScriptEnabled) await page.goto("/");
  await expect(page.getByRole("heading", { name: "Edit Profile", exact: true })).toBeVisible();
  expect(await messagesOf(talk)).toHaveLength(1);
});

test("whoever begins a conversation as their last line is taken away is told so, and loses no word @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const { hana } = await atThread({ page, company, login }, { path: "/inbox/new" });
  await page.getByLabel("To", { exact: true }).fill("(415) 555-2671");
  await composer(page).fill("Your table is ready.");
  await takeLines(hana);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("alert").getByText("You no longer have a line to text from.")).toBeVisible();
  if (javaScriptEnabled) await expect(composer(page)).toHaveValue("Your table is ready.");
  else await expect(page.getByText("Your table is ready.")).toBeVisible();
});

/** Once it has left the browser, and before it is answered. */
const beforeEach = (page: Page, method: string, work: () => Promise<unknown>) =>
  page.route(/\/inbox\/[0-9a-f-]{36}/, async (route) => {
    if (route.request().method() === method) await work();
    await route.continue();
  });

const takeLines = ({ memberId }: Person) =>
  writeDb.transaction(async (tx) => {
    await tx.update(members).set({ defaultNumberId: null }).where(eq(members.id, memberId));
    await tx.delete(lineAccess).where(eq(lineAccess.memberId, memberId));
  });
