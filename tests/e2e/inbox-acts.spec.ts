import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { writeDb } from "@/db/write";
import { claimConversation } from "@/lib/conversations/claim";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk, parkText, stopByWords } from "@/tests/support/talk";

test("of a text that may have arrived a person decides what becomes of it @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana });
  await parkText(talk, "Shall we say Monday?");
  await parkText(talk, "Or Tuesday?");
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  const said = (words: string) =>
    page.getByRole("list", { name: "Messages" }).getByRole("listitem").filter({ hasText: words });
  await expect(said("Monday")).toContainText("We can't tell whether it arrived");
  await axe(page);
  await said("Monday").getByRole("button", { name: "Send again", exact: true }).click();
  await expect(said("Monday")).toContainText("Queued");
  await expect(said("Monday").getByRole("button")).toHaveCount(0);
  await said("Tuesday").getByRole("button", { name: "Leave it", exact: true }).click();
  await expect(said("Tuesday").getByRole("button")).toHaveCount(0);
  await expect(said("Tuesday")).toContainText("We can't tell whether it arrived");
});

test("the keys of the Inbox go from one to the next, answer, claim, mark as done and as unread", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  const talks = [await makeTalk({ line, name: "Olive Grant" }), await makeTalk({ line, name: "Marisol Vega" })];
  await page.goto("/inbox?view=all");
  // A key that is pressed before its script is there is lost, and pressed again.
  await expect(async () => {
    await page.getByRole("heading", { name: "Inbox", exact: true }).click();
    await page.keyboard.press("j");
    await expect(page.getByRole("link", { name: /Marisol Vega/ })).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Marisol Vega", exact: true })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(new RegExp(`/inbox/${talks[0]?.id}`));
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "Marisol Vega", exact: true })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: "Release" })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByLabel("Message", { exact: true })).toBeFocused();
  await page.keyboard.type("cej");
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("cej");
  await page.getByLabel("Message", { exact: true }).fill("");
  await page.getByRole("heading", { name: "Marisol Vega", exact: true }).click();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toContainText("Next and previous conversation");
  await page.keyboard.press("e");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Done", exact: true })).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
});

test("Mark unread leads back to the list as it was chosen, where it stands unread @nojs", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number({ label: "Front desk" });
  const hana = await company.endUser({ lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana, name: "Marisol Vega", lines: ["Do you take walk-ins?"] });
  // Nobody has answered us there yet.
  const own = await makeTalk({ line, claimedBy: hana, name: "Otto Stern", lines: ["> No walk-ins, sorry."] });
  await login(page, hana);
  for (const { id, name } of [talk, own]) {
    await page.goto(`/inbox?view=mine&line=${line.id}&search=walk-ins`);
    const row = page.getByRole("list", { name: "Mine" }).getByRole("listitem").filter({ hasText: name });
    await row.getByRole("link").click();
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Mark unread" }).click();
    await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
    await expect(row).toContainText("Unread");
    await expect(page).toHaveURL(`/inbox?view=mine&line=${line.id}&search=walk-ins`);
    await page.goto(`/inbox/${id}?compose=note`);
    await page.getByRole("button", { name: "Mark unread" }).click();
    await expect(page).toHaveURL("/inbox");
  }
});

test("with keys of one letter switched off, the letters of the Inbox do nothing", async ({ page, company, login }) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  await writeDb.update(users).set({ letterKeys: false }).where(eq(users.id, hana.userId));
  await login(page, hana);
  const talk = await makeTalk({ line, name: "Marisol Vega" });
  await page.goto(`/inbox/${talk.id}`);
  const goTo = page.getByRole("combobox", { name: "Go to" });
  // Once this one key works, the script is there for all.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(goTo).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(goTo).toHaveCount(0);
  for (const key of ["c", "e", "u", "r", "j", "?"]) await page.keyboard.press(key);
  await expect(page.getByLabel("Message", { exact: true })).not.toBeFocused();
  await page.reload();
  await expect(page.getByRole("button", { name: "Claim", exact: true })).toBeVisible();
  await expect(page.locator("[aria-keyshortcuts]")).toHaveCount(0);
});

test("Ctrl+Enter sends what is written, and the letters work again at once", async ({ page, company, login }) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana });
  await login(page, hana);
  const said = (words: string) =>
    page.getByRole("list", { name: "Messages" }).getByRole("listitem").filter({ hasText: words });
  await page.goto(`/inbox/${talk.id}?compose=note`);
  await page.getByLabel("Note", { exact: true }).fill("Likes the window.");
  await page.keyboard.press("Control+Enter");
  await expect(said("Likes the window.")).toContainText("Note by Hana Sato");
  await page.getByRole("link", { name: "Message", exact: true }).click();
  await page.getByLabel("Message", { exact: true }).fill("At nine.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(said("At nine.")).toContainText("Queued");
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("");
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
});

test("Ctrl+Enter waits for the time that is given", async ({ page, company, login }) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await page.getByText("Later", { exact: true }).click();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Send at", { exact: true }).fill(`${tomorrow}T09:00`);
  await page.getByLabel("Message", { exact: true }).fill("Good morning!");
  await page.keyboard.press("Control+Enter");
  const said = page.getByRole("list", { name: "Messages" }).getByRole("listitem").filter({ hasText: "Good morning!" });
  await expect(said).toContainText("Goes out");
});

test("Enter in the field of the time means that time, not at once @nojs", async ({ page, company, login }) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await page.getByLabel("Message", { exact: true }).fill("Good morning!");
  await page.getByText("Later", { exact: true }).click();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Send at", { exact: true }).fill(`${tomorrow}T09:00`);
  await page.getByLabel("Send at", { exact: true }).press("Enter");
  const said = page.getByRole("list", { name: "Messages" }).getByRole("listitem").filter({ hasText: "Good morning!" });
  await expect(said).toContainText("Goes out");
});

test("words that are being written stay when a colleague is first", async ({ page, company, login }) => {
  const line = await company.number();
  const finn = await company.endUser({ name: "Finn Larsen", lines: [line] });
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  await page.getByLabel("Message", { exact: true }).fill("We open at nine.");
  await claimConversation(await viewerOf(finn), { conversationId: talk.id, once: onceKey() });
  await page.getByRole("navigation", { name: "Write" }).getByRole("link", { name: "Message" }).click();
  await expect(page.getByText(/^Finn Larsen has this conversation since .+\.$/)).toBeVisible();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("We open at nine.");
  await page.getByLabel("Message", { exact: true }).fill("");
  await page.getByLabel("Message", { exact: true }).fill("At nine, I think.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  // The answer says it as an alert, in place of what the page said before.
  await expect(page.getByRole("alert").getByText(/^Finn Larsen has this conversation since .+\.$/)).toBeVisible();
  await expect(page.getByText(/^Finn Larsen has this conversation since .+\.$/)).toHaveCount(1);
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("At nine, I think.");
});

test("a text waits for its time, and is called off @nojs", async ({ page, company, login, axe }) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await page.getByLabel("Message", { exact: true }).fill("Good morning!");
  await page.getByText("Later", { exact: true }).click();
  await page.getByLabel("Send at", { exact: true }).fill("2020-01-01T09:00");
  await axe(page);
  await page.getByRole("button", { name: "Send later" }).click();
  await expect(page.getByText("Choose a time that is still to come.")).toBeVisible();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("Good morning!");
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Send at", { exact: true }).fill(`${tomorrow}T09:00`);
  await page.getByRole("button", { name: "Send later" }).click();
  const said = page.getByRole("list", { name: "Messages" }).getByRole("listitem").filter({ hasText: "Good morning!" });
  await expect(said).toContainText("Goes out");
  await axe(page);
  await said.getByRole("button", { name: "Don't send" }).click();
  await expect(said).toContainText("Not sent: it was called off");
});

test("what may have meant stop is asked, in the Inbox and in the thread @nojs", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number();
  const talk = await makeTalk({ line, lines: ["please stop texting me"] });
  await stopByWords(talk);
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto("/inbox");
  await page.getByText("May have asked to get no texts:").getByRole("link", { name: "Marisol Vega" }).click();
  await expect(page.getByText("Marisol Vega has opted out of texts.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "They meant something else" }).click();
  await expect(page.getByLabel("Message", { exact: true })).toBeVisible();
});
