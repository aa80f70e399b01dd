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
import { makeTalk, messagesOf } from "@/tests/support/talk";

const thread = (page: Page) => page.getByRole("list", { name: "Messages" });
const composer = (page: Page) => page.getByLabel("Message", { exact: true });

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
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await page.getByRole("button", { name: "Release" }).click();
  await expect(page.getByText("It is anybody's again.")).toBeVisible();
  await comesIn(talk.phone, line.e164, "Hello again");
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
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  const talk = await makeTalk({ line });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await expect(thread(page)).toBeVisible();
  // Longer than until what it was told at the beginning is asked for.
  await page.waitForTimeout(2000);
  await beforeEach(page, "GET", () => takeLines(hana));
  await comesIn(talk.phone, line.e164, "Can you hear me?");
  await expect(thread(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "You no longer have this line." })).toBeVisible();
  await expect(page.getByText("Not found")).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
});

test("whoever acts on a thread whose line is taken away just then is told so, and sends nothing @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  const talk = await makeTalk({ line });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await composer(page).fill("We are open until six.");
  await beforeEach(page, "POST", () => takeLines(hana));
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const said = page.getByRole("alert").getByText("You no longer have this line.").first();
  await expect(said).toBeVisible();
  if (javaScriptEnabled) await expect(composer(page)).toHaveValue("We are open until six.");
  else await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
  expect(await messagesOf(talk)).toHaveLength(1);
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
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  await expect(thread(page)).toBeVisible();
  await page.context().setOffline(true);
  await comesIn(talk.phone, line.e164, "Can you hear me?");
  await page.context().setOffline(false);
  await expect(thread(page)).toContainText("Can you hear me?");
});

test("a page whose reading is cut stays where it is, and reads anew", async ({ page, company, login }) => {
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ lines: [line] }));
  const cut = { left: 3 };
  const loads: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && loads.push(request.url()));
  await page.route(
    ({ pathname }) => pathname === `/inbox/${talk.id}`,
    (route) => (route.request().headers().rsc && cut.left-- > 0 ? route.abort("connectionreset") : route.continue()),
  );
  await page.goto(`/inbox/${talk.id}`);
  await comesIn(talk.phone, line.e164, "Can you hear me?");
  await expect(thread(page)).toContainText("Can you hear me?");
  expect(cut.left).toBeLessThan(0);
  expect(loads).toHaveLength(1);
});

test("a page that gets no answer shows with the next one what it has missed", async ({ page, company, login }) => {
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  await expect(thread(page)).toBeVisible();
  await page.waitForTimeout(2000);
  const lost: string[] = [];
  await page.route(
    ({ pathname }) => pathname === `/inbox/${talk.id}`,
    (route) => (lost.length === 0 ? void lost.push(route.request().url()) : route.continue()),
  );
  await comesIn(talk.phone, line.e164, "Can you hear me?");
  await expect.poll(() => lost.length).toBe(1);
  await comesIn(talk.phone, line.e164, "Hello?");
  await expect(thread(page)).toContainText("Hello?", { timeout: 5000 });
  await expect(thread(page)).toContainText("Can you hear me?");
});

test("many tabs share one stream, and all of them keep up", async ({ page, company, login }) => {
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ lines: [line] }));
  const streams: string[] = [];
  page.context().on("request", (request) => request.url().endsWith("/api/live") && streams.push(request.url()));
  const tabs = [page, ...(await Promise.all(Array.from({ length: 7 }, () => page.context().newPage())))];
  for (const tab of tabs) {
    await tab.goto(`/inbox/${talk.id}`);
    await expect(thread(tab)).toBeVisible();
  }
  await comesIn(talk.phone, line.e164, "To all of you");
  for (const tab of tabs) await expect(thread(tab)).toContainText("To all of you");
  expect(streams.length).toBeLessThan(4);
});

test("a burst is asked for at most twice", async ({ page, company, login }) => {
  const line = await company.number();
  await login(page, await company.endUser({ lines: [line] }));
  await Promise.all([page.waitForRequest(/\/api\/live$/), page.goto("/inbox")]);
  await page.waitForTimeout(3000);
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
  await page.waitForTimeout(5000);
  expect(asked).toBeLessThanOrEqual(2);
});
