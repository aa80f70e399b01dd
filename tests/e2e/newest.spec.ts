import { releaseConversation } from "@/lib/conversations/release-one";
import { reply } from "@/lib/conversations/reply";
import { comesIn } from "@/tests/support/carrier/comes-in";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { atThread, composer, said } from "@/tests/support/forms/thread-page";
import { conversationOf, makeTalk } from "@/tests/support/talk";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

const words = (count: number) => Array.from({ length: count }, (_, at) => `${at % 3 ? "" : "> "}Word ${at + 1}.`);

test("a thread opens at its newest message, with what one answers in below it @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const { talk } = await atThread({ page, company, login }, { isTheirs: true, lines: words(60) });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.goto(`/inbox/${talk.id}`);
    await expect(said(page, "Word 60.")).toBeInViewport({ ratio: 1 });
    await expect(said(page, "Word 59.")).toBeInViewport({ ratio: 1 });
    await expect(composer(page)).toBeInViewport({ ratio: 1 });
    for (const button of ["Send", "Done"])
      await expect(page.getByRole("button", { name: button, exact: true })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("heading", { name: talk.name, exact: true })).toBeInViewport({ ratio: 1 });
    await expect(said(page, "Word 1.")).not.toBeInViewport();
    // Read out from the oldest on, as before.
    await expect(page.getByRole("list", { name: "Messages" }).getByRole("listitem").first()).toContainText("Word 1.");
    await axe(page);
  }
});

test("what comes in is seen by who is at the newest; who reads further up stays there until they answer", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  await login(page, hana);
  for (const size of SIZES) {
    const talk = await makeTalk({ line, claimedBy: hana, lines: words(60) });
    await page.setViewportSize(size);
    await page.goto(`/inbox/${talk.id}`);
    await comesIn(talk.phone, line.e164, "Are you there?");
    await expect(said(page, "Are you there?")).toBeInViewport({ ratio: 1 });

    const read = said(page, "Word 20.");
    await read.scrollIntoViewIfNeeded();
    const before = await read.boundingBox();
    await comesIn(talk.phone, line.e164, "Well?");
    await expect(said(page, "Well?")).toHaveCount(1);
    await expect(said(page, "Well?")).not.toBeInViewport();
    await expect(read).toBeInViewport({ ratio: 1 });
    expect((await read.boundingBox())?.y).toBe(before?.y);

    await composer(page).fill("I am.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(said(page, "I am.")).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: /new message/ })).toHaveCount(0);
  }
});

test("who reads further up is told how much has come below, and led there", async ({ page, company, login, axe }) => {
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  await login(page, hana);
  for (const size of SIZES) {
    const talk = await makeTalk({ line, claimedBy: hana, lines: words(60) });
    await page.setViewportSize(size);
    await page.goto(`/inbox/${talk.id}`);
    await comesIn(talk.phone, line.e164, "Are you there?");
    await expect(said(page, "Are you there?")).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: /new message/ })).toHaveCount(0);

    await said(page, "Word 20.").scrollIntoViewIfNeeded();
    await comesIn(talk.phone, line.e164, "Well?");
    await expect(page.getByRole("button", { name: "1 new message", exact: true })).toBeInViewport({ ratio: 1 });
    await axe(page);
    await comesIn(talk.phone, line.e164, "Hello?");
    await page.getByRole("button", { name: "2 new messages", exact: true }).click();
    await expect(said(page, "Hello?")).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: /new message/ })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Thread" })).toBeFocused();

    await said(page, "Word 20.").scrollIntoViewIfNeeded();
    await comesIn(talk.phone, line.e164, "Bye, then.");
    await expect(page.getByRole("button", { name: "1 new message", exact: true })).toBeVisible();
    await said(page, "Bye, then.").scrollIntoViewIfNeeded();
    await expect(page.getByRole("button", { name: /new message/ })).toHaveCount(0);
  }
});

test("what is written on a page of earlier messages is seen among the newest @nojs", async ({
  page,
  company,
  login,
}) => {
  const { talk } = await atThread(
    { page, company, login },
    { isTheirs: true, lines: words(130), path: "/inbox?view=mine" },
  );
  await page.getByRole("list", { name: "Mine" }).getByRole("link", { name: talk.name }).click();
  await page.getByRole("link", { name: "Earlier messages" }).click();
  await expect(said(page, "Word 30.")).toBeInViewport({ ratio: 1 });
  await composer(page).fill("I looked it up.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(said(page, "I looked it up.")).toBeInViewport({ ratio: 1 });
  await expect(said(page, "I looked it up.")).toContainText("Queued");
  await expect(page.getByRole("link", { name: "Newest messages" })).toHaveCount(0);
  await expect(composer(page)).toHaveValue("");
  await expect(page.getByRole("list", { name: "Mine", includeHidden: true })).toHaveCount(1);
});

test("an answer that came while one read earlier messages refuses one's own @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const line = await company.number();
  const finn = await company.endUser({ name: "Finn Larsen", lines: [line] });
  const talk = await makeTalk({ line, lines: words(130) });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  const viewer = await viewerOf(finn);
  const outSeq = (await conversationOf(talk)).outSeq;
  const answer = async () => {
    await reply(viewer, { conversationId: talk.id, message: "At nine.", outSeq, anyway: null, once: onceKey() });
    await releaseConversation(viewer, { conversationId: talk.id, once: onceKey() });
  };
  // Without a script nobody is told; with one the page keeps up by itself, but does not show it.
  if (!javaScriptEnabled) await answer();
  await page.getByRole("link", { name: "Earlier messages" }).click();
  await expect(said(page, "Word 30.")).toBeInViewport({ ratio: 1 });
  if (javaScriptEnabled) {
    await answer();
    await expect(page.getByRole("listitem").filter({ hasText: "At nine." })).toHaveCount(1);
  }
  await composer(page).fill("At ten, I think.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/^Finn Larsen answered .+\.$/)).toBeVisible();
  await expect(composer(page)).toHaveValue("At ten, I think.");
  await page.getByRole("button", { name: "Send mine as well" }).click();
  await expect(said(page, "At ten, I think.")).toBeInViewport({ ratio: 1 });
});

test("earlier messages begin where one goes on reading, and lead back to the newest @nojs", async ({
  page,
  company,
  login,
}) => {
  const { talk } = await atThread({ page, company, login }, { isTheirs: true, lines: words(130) });
  await page.getByRole("link", { name: "Earlier messages" }).click();
  await expect(said(page, "Word 30.")).toBeInViewport({ ratio: 1 });
  await expect(said(page, "Word 130.")).toHaveCount(0);
  await page.getByRole("link", { name: "Newest messages" }).click();
  await expect(said(page, "Word 130.")).toBeInViewport({ ratio: 1 });
  for (const nonsense of ["1.5", "99999999999"]) {
    await page.goto(`/inbox/${talk.id}?before=${nonsense}`);
    await expect(said(page, "Word 130.")).toBeInViewport({ ratio: 1 });
  }
});

test("the list beside a thread stays as it was chosen while one writes a note or reads further back @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana, lines: words(101) });
  await makeTalk({ line, name: "Otto Stern" });
  await login(page, hana);
  await page.goto("/inbox?view=mine");
  const list = page.getByRole("list", { name: "Mine" });
  await list.getByRole("link").click();
  const tabs = page.getByRole("navigation", { name: "Write" });
  await tabs.getByRole("link", { name: "Note" }).click();
  await expect(page.getByLabel("Note", { exact: true })).toBeVisible();
  await expect(list).toContainText(talk.name);
  await tabs.getByRole("link", { name: "Message" }).click();
  await expect(page.getByLabel("Message", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Earlier messages" }).click();
  await page.getByRole("link", { name: "Newest messages" }).click();
  await expect(page.getByRole("link", { name: "Earlier messages" })).toHaveCount(1);
  await expect(list).toContainText(talk.name);
});
