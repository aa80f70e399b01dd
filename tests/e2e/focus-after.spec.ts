import type { Locator, Page } from "@playwright/test";
import { makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { makeSubscriptionLink } from "@/tests/support/carrier/subscriptions";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk, parkText } from "@/tests/support/talk";

const button = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true });

/** What has the focus: a button, what it stood in, or nothing that is near. */
const place = () => {
  const { activeElement: now, body } = document;
  return now === body || now?.id === "content" ? "lost" : now?.tagName === "BUTTON" ? "button" : "around";
};

/** What has the focus after longer than it takes until a better place is sought. */
async function stays() {
  await new Promise((done) => setTimeout(done, 300));
  return document.activeElement?.id || document.activeElement?.tagName;
}

/** By the keyboard, and from there on Tab leads to what is next: not to the beginning of everything that the page has. */
async function press(what: Locator, next: Locator) {
  const page = what.page();
  await what.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(place)).toBe("around");
  await page.keyboard.press("Tab");
  await expect(next).toBeFocused();
}

test("after each act on a conversation the keyboard goes on beside it", async ({ page, company, login }) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line });
  for (const words of ["Shall we say Monday?", "Or Tuesday?"]) await parkText(talk, words);
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  const write = page.getByRole("navigation", { name: "Write" });
  await press(button(page, "Send again").first(), button(page, "Send again"));
  await press(button(page, "Leave it"), write.getByRole("link", { name: "Message" }));
  await press(button(page, "Claim"), button(page, "Release"));
  await press(button(page, "Release"), button(page, "Claim"));
  await press(button(page, "Done"), button(page, "Reopen"));
  await press(button(page, "Reopen"), button(page, "Release").or(button(page, "Claim")));
});

test("after each thing that is written the next Tab leads to where one writes", async ({ page, company, login }) => {
  const line = await company.number();
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const talk = await makeTalk({ line });
  await login(page, hana);
  const said = page.getByRole("list", { name: "Messages" });
  const message = page.getByLabel("Message", { exact: true });
  await page.goto(`/inbox/${talk.id}`);
  await message.fill("At nine.");
  await press(button(page, "Send"), message);
  await expect(said).toContainText("At nine.");
  await page.keyboard.type("Or ten.");
  await page.keyboard.press("Control+Enter");
  await expect(said).toContainText("Or ten.");
  await expect.poll(() => page.evaluate(place)).toBe("around");
  await page.keyboard.press("Tab");
  await expect(message).toBeFocused();
  await page.keyboard.type("Good morning!");
  await page.getByText("Later", { exact: true }).click();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Send at", { exact: true }).fill(`${tomorrow}T09:00`);
  await press(button(page, "Send later"), message);
  await expect(said).toContainText("Good morning!");
  await page.goto(`/inbox/${talk.id}?compose=note`);
  const note = page.getByLabel("Note", { exact: true });
  await note.fill("Likes the window.");
  await press(button(page, "Add Note"), note);
  await expect(said).toContainText("Likes the window.");
});

test("after each act with contacts, campaigns and links, too", async ({ page, company, login }) => {
  const line = await company.number();
  const group = await makeContactGroup(company.accountId, [{ firstName: "Marisol" }]);
  const ben = await company.admin({ name: "Ben Ortiz", lines: [line] });
  const link = await makeSubscriptionLink({ by: ben, line });
  await login(page, ben);
  await page.goto("/contacts");
  await page.getByRole("link", { name: "Marisol", exact: true }).click();
  const picker = page.getByLabel("Group", { exact: true });
  await press(button(page, `Remove from ${group.name}`), picker);

  await page.goto(`/campaigns/${await makeDraft({ by: ben, line, group })}`);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await button(page, "Send Test").focus();
  // Held all the while.
  await page.keyboard.down("Enter");
  await expect(page.getByText("A test goes to your Contact Number")).toBeVisible();
  await expect(button(page, "Send Test")).toBeFocused();
  for (let at = 0; at < 3; at++) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  expect(sent).toHaveLength(1);

  await page.goto("/subscriptions");
  const row = page.getByRole("row").filter({ hasText: link.group.name });
  await row.getByRole("button", { name: "Close", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(row).toContainText("Closed");
  await expect(row.locator(":focus")).toHaveCount(1);
});

test("where Undo is offered the next Tab leads to it, and what somebody left is not brought back", async ({
  page,
  company,
  login,
}) => {
  const { id } = await company.number();
  await company.endUser({ name: "Hana Sato", lines: [{ id }] });
  await login(page, company.ana);
  await page.goto(`/admin/numbers/${id}`);
  await button(page, "Remove Hana Sato").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nobody has it now")).toBeVisible();
  await expect(page.locator("#content")).toBeFocused();
  expect(await page.evaluate(stays)).toBe("content");
  await page.keyboard.press("Tab");
  await expect(button(page, "Undo")).toBeFocused();
  const name = page.getByLabel("Username or email");
  await name.focus();
  await name.evaluate((field) => {
    field.blur();
    document.body.append(document.createElement("p"));
  });
  expect(await page.evaluate(stays)).toBe("BODY");
});
