import { contacts, conversations } from "@/db/schema";
import { writeDb } from "@/db/write";
import { claimConversation } from "@/lib/conversations/claim";
import { reply } from "@/lib/conversations/reply";
import { comesIn } from "@/tests/support/carrier/comes-in";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { atThread, composer, hearsNews, thread } from "@/tests/support/forms/thread-page";
import { makeTalk } from "@/tests/support/talk";

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
