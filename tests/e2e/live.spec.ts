import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { contacts, conversations, lineAccess, members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { claimConversation } from "@/lib/conversations/claim";
import { reply } from "@/lib/conversations/reply";
import { disableMember } from "@/lib/members/disable";
import { comesIn } from "@/tests/support/carrier/comes-in";
import { onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { atThread, composer, hearsNews, thread } from "@/tests/support/forms/thread-page";
import { makeTalk, messagesOf } from "@/tests/support/talk";

test("a text that comes in, a claim and an answer of a colleague's appear by themselves; words and focus stay", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const line = await company.number({ label: "Front desk" });
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const finn = await company.endUser({ name: "Finn Larsen", lines: [line] });
  const talk = await makeTalk({ line });
  await login(page, hana);
  await page.goto("/inbox");
  await expect(page.getByRole("list", { name: "Unclaimed" }).getByRole("listitem")).toHaveCount(1);
  await comesIn("+12025550142", line.e164, "Is anybody there?");
  await expect(page.getByRole("listitem").filter({ hasText: "Is anybody there?" })).toContainText("Unread");
  await expect(page.getByRole("link", { name: "Unclaimed 2" })).toBeVisible();

  const second = await openPage(finn);
  await second.goto(`/inbox/${talk.id}`);
  await page.goto(`/inbox/${talk.id}`);
  await composer(page).pressSequentially("We are open until");
  await comesIn(talk.phone, line.e164, "On Sunday, I mean");
  for (const each of [page, second]) await expect(thread(each)).toContainText("On Sunday, I mean");
  await expect(composer(page)).toHaveValue("We are open until");
  await expect(composer(page)).toBeFocused();

  const viewer = await viewerOf(finn);
  await claimConversation(viewer, { conversationId: talk.id, once: onceKey() });
  await expect(page.getByText(/^Finn Larsen has this conversation since .+\.$/)).toBeVisible();
  await expect(second.getByRole("button", { name: "Release" })).toBeVisible();
  await reply(viewer, { conversationId: talk.id, message: "Until six.", outSeq: 0, anyway: null, once: onceKey() });
  await expect(thread(page)).toContainText("Until six.");
  await expect(composer(page)).toHaveValue("We are open until");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/^Finn Larsen answered .+\.$/)).toBeVisible();

  // What was refused stays, too, when there is more to show.
  await comesIn(talk.phone, line.e164, "Thank you!");
  await expect(thread(page)).toContainText("Thank you!");
  await expect(composer(page)).toHaveValue("We are open until");
  await page.getByRole("button", { name: "Send mine as well" }).click();
  await expect(thread(page).getByRole("listitem").filter({ hasText: "We are open until" })).toContainText("Queued");
});

test("words that an act has left stay while the page keeps up", async ({ page, company, login }) => {
  // As on a slow telephone: what the act changes is told to the page before it has shown the answer.
  const tools = await page.context().newCDPSession(page);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 12 });
  const { hears } = await atThread({ page, company, login }, { isTheirs: true });
  await page.getByRole("button", { name: "Release" }).click();
  await expect(page.getByText("It is anybody's again.")).toBeVisible();
  await hears("Hello again");
  await expect(thread(page)).toContainText("Hello again");
  await expect(page.getByText("It is anybody's again.")).toBeVisible();
});

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
  await page.getByRole("main").getByRole("link", { name: "Inbox" }).click();
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
    if (javaScriptEnabled) await expect(page.getByLabel(field, { exact: true })).toHaveValue("We are open\nuntil six.");
    else await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
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

test("what came while the connection was cut is there once it is back", async ({ page, company, login }) => {
  const { hears } = await atThread({ page, company, login });
  await page.context().setOffline(true);
  await hears("Can you hear me?");
  await page.context().setOffline(false);
  await expect(thread(page)).toContainText("Can you hear me?");
});

test("a page whose reading is cut stays where it is, and reads anew", async ({ page, company, login }) => {
  const cut = { left: 3 };
  const loads: string[] = [];
  const { talk, hears } = await atThread({ page, company, login }, { path: "/settings/profile" });
  page.on("request", (request) => request.isNavigationRequest() && loads.push(request.url()));
  await page.route(
    ({ pathname }) => pathname === `/inbox/${talk.id}`,
    (route) => (route.request().headers().rsc && cut.left-- > 0 ? route.abort("connectionreset") : route.continue()),
  );
  await page.goto(`/inbox/${talk.id}`);
  await hears("Can you hear me?");
  await expect(thread(page)).toContainText("Can you hear me?");
  expect(cut.left).toBeLessThan(0);
  expect(loads).toHaveLength(1);
});

test("a page that gets no answer shows with the next one what it has missed", async ({ page, company, login }) => {
  const { talk, hears } = await atThread({ page, company, login });
  await hearsNews(page);
  const lost: string[] = [];
  await page.route(
    ({ pathname }) => pathname === `/inbox/${talk.id}`,
    (route) => (lost.length === 0 ? void lost.push(route.request().url()) : route.continue()),
  );
  await hears("Can you hear me?");
  await expect.poll(() => lost.length).toBe(1);
  await hears("Hello?");
  await expect(thread(page)).toContainText("Hello?", { timeout: 5000 });
  await expect(thread(page)).toContainText("Can you hear me?");
});

test("many tabs share one stream, and all of them keep up", async ({ page, company, login }) => {
  const { talk, hears } = await atThread({ page, company, login }, { path: "/settings/profile" });
  const streams: string[] = [];
  page.context().on("request", (request) => request.url().endsWith("/api/live") && streams.push(request.url()));
  const tabs = [page, ...(await Promise.all(Array.from({ length: 7 }, () => page.context().newPage())))];
  for (const tab of tabs) {
    await tab.goto(`/inbox/${talk.id}`);
    await expect(thread(tab)).toBeVisible();
  }
  await hears("To all of you");
  for (const tab of tabs) await expect(thread(tab)).toContainText("To all of you");
  expect(streams.length).toBeLessThan(4);
});

test("a burst is asked for at most twice", async ({ page, company, login }) => {
  const { line, hears } = await atThread({ page, company, login }, { path: "/settings/profile" });
  await hearsNews(page, () => page.goto("/inbox"));
  let asked = 0;
  page.on("request", (request) => {
    if (request.headers().rsc !== undefined) asked++;
  });
  const people = Array.from({ length: 200 }, (_, n) => ({
    accountId: company.accountId,
    phone: `+1303${String(5_550_000 + n)}`,
  }));
  await writeDb.transaction(async (tx) => {
    const found = await tx.insert(contacts).values(people).returning({ id: contacts.id });
    await tx
      .insert(conversations)
      .values(found.map(({ id }) => ({ accountId: company.accountId, numberId: line.id, contactId: id, seq: 1 })));
  });
  await expect(page.getByRole("link", { name: "Unclaimed 99+" })).toBeVisible();
  await hears("And then?");
  await expect(page.getByRole("listitem").filter({ hasText: "And then?" })).toBeVisible();
  expect(asked).toBeLessThanOrEqual(3);
});
