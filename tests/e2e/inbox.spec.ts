import { formatNumber } from "@/lib/numbers/format-number";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("an unclaimed conversation is claimed, answered, noted upon, done and opened again @nojs", async ({
  page,
  company,
  login,
  openPage,
  axe,
}) => {
  const line = await company.number({ label: "Front desk" });
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const finn = await company.endUser({ name: "Finn Larsen", lines: [line] });
  const talk = await makeTalk({ line, lines: ["Are you open on Sunday?"] });
  await login(page, hana);
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { name: "Inbox", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Unclaimed 1" })).toHaveAttribute("aria-current", "page");
  const row = page.getByRole("listitem").filter({ hasText: "Marisol Vega" });
  await expect(row).toContainText("Are you open on Sunday?");
  await expect(row).toContainText("Unread");
  await axe(page);

  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Marisol Vega", exact: true })).toBeVisible();
  const thread = page.getByRole("list", { name: "Messages" });
  await expect(thread).toContainText("Are you open on Sunday?");
  await axe(page);
  await page.getByRole("button", { name: "Claim", exact: true }).click();
  await expect(page.getByRole("button", { name: "Release" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Claim", exact: true })).toHaveCount(0);

  await page.getByLabel("Message", { exact: true }).fill("Yes, from nine.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(thread.getByRole("listitem").filter({ hasText: "Yes, from nine." })).toContainText("Queued");
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("");

  await page.getByRole("link", { name: "Note", exact: true }).click();
  await page.getByLabel("Note", { exact: true }).fill("She asked last week, too.");
  await page.getByRole("button", { name: "Add Note" }).click();
  await expect(thread.getByRole("listitem").filter({ hasText: "She asked last week" })).toContainText(
    "Note by Hana Sato",
  );
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("");

  const second = await openPage(finn);
  await second.goto(`/inbox/${talk.id}`);
  await expect(second.getByRole("main").getByText(/^Hana Sato has this conversation since .+\.$/)).toBeVisible();
  await expect(second.getByLabel("Message", { exact: true })).toHaveCount(0);
  await axe(second);

  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByRole("button", { name: "Done", exact: true })).toBeVisible();
});

test("an answer to a thread that has been answered meanwhile goes out once its writer says so @nojs", async ({
  page,
  company,
  login,
  openPage,
}) => {
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  const second = await openPage(await company.endUser({ name: "Finn Larsen", lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  await second.goto(`/inbox/${talk.id}`);
  await page.getByLabel("Message", { exact: true }).fill("We open at nine.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const thread = second.getByRole("list", { name: "Messages" });
  await expect(page.getByRole("list", { name: "Messages" })).toContainText("We open at nine.");

  await second.getByLabel("Message", { exact: true }).fill("At nine, I think.");
  // A time that was thought of and left stays without meaning.
  await second.getByText("Later", { exact: true }).click();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await second.getByLabel("Send at", { exact: true }).fill(`${tomorrow}T09:00`);
  await second.getByRole("button", { name: "Send", exact: true }).click();
  await expect(second.getByText(/^Hana Sato answered .+\.$/)).toBeVisible();
  await expect(second.getByLabel("Message", { exact: true })).toHaveValue("At nine, I think.");
  await second.getByRole("button", { name: "Send mine as well" }).click();
  await expect(thread.getByRole("listitem").filter({ hasText: "At nine, I think." })).toContainText("Queued");
  await expect(second.getByText(/^Hana Sato has this conversation since .+\.$/)).toBeVisible();
});

test("characters and segments are counted as one writes, and begin anew after Send", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  const talk = await makeTalk({ line, claimedBy: hana });
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  await page.getByLabel("Message", { exact: true }).fill("Yes");
  await expect(page.getByText("3 characters, 1 segment", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("");
  await expect(page.getByText("0 characters, 0 segments", { exact: true })).toBeVisible();
});

test("a conversation is begun with a number @nojs", async ({ page, company, login, axe }) => {
  const line = await company.number({ label: "Front desk" });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto("/inbox");
  await page.getByRole("link", { name: "New Conversation" }).click();
  await expect(page.getByRole("heading", { name: "New Conversation", exact: true })).toBeVisible();
  await axe(page);
  await page.getByLabel("To", { exact: true }).fill("12");
  await page.getByLabel("Message", { exact: true }).fill("Your table is ready.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByLabel("To", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("Your table is ready.");
  await page.getByLabel("To", { exact: true }).fill("(415) 555-2671");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("heading", { name: formatNumber("+14155552671") })).toBeVisible();
  await expect(page.getByRole("list", { name: "Messages" }).getByRole("listitem")).toContainText("Queued");
});

test("a conversation is begun with a contact by their whole name @nojs", async ({ page, company, login }) => {
  const line = await company.number();
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  const [talk] = [await makeTalk({ line, name: "Zoë Núñez" }), await makeTalk({ line, name: "Abe Castle" })];
  await makeTalk({ line, name: "Abe Castle" });
  await page.goto("/inbox/new");
  const to = page.getByLabel("To", { exact: true });
  await page.getByLabel("Message", { exact: true }).fill("Your table is ready.");
  for (const [typed, said] of [
    ["Nobody Here", "No contact is called so. Enter their phone number."],
    ["abe castle", "Several contacts are called so. Enter the phone number."],
  ] as const) {
    await to.fill(typed);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText(said)).toBeVisible();
    await expect(to).toHaveValue(typed);
  }
  await to.fill("zoe nunez");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/inbox/${talk.id}`));
  await expect(page.getByRole("list", { name: "Messages" })).toContainText("Your table is ready.");
});

test("where there is no carrier the Inbox says that texts wait @nojs", async ({ page, company, login }) => {
  const line = await company.number();
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  const talk = await makeTalk({ line });
  for (const path of ["/inbox", "/inbox/new", `/inbox/${talk.id}`]) {
    await page.goto(path);
    await expect(page.getByText("Texts wait: no carrier is set up.")).toBeVisible();
  }
});

test("whom one writes to is found by name, in steps of twenty; the thread leads to their page", async ({
  page,
  company,
  login,
  axe,
}) => {
  const line = await company.number({ label: "Front desk" });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  const talk = await makeTalk({ line, name: "Marisol Vega" });
  for (let at = 10; at < 35; at++) await makeTalk({ line, name: `Caller ${at}` });
  await page.goto("/inbox/new");
  const to = page.getByRole("combobox", { name: "To", exact: true });
  await to.fill("caller");
  const options = page.getByRole("listbox", { name: "Choices" }).getByRole("option");
  await expect(options).toHaveCount(20);
  await axe(page);
  await to.fill("maris");
  await expect(options).toHaveText([/Marisol Vega/]);
  await to.press("ArrowDown");
  await expect(to).toHaveAttribute("aria-activedescendant", (await options.getAttribute("id")) ?? "");
  await axe(page);
  await to.press("Enter");
  await expect(to).toHaveValue(talk.phone);
  await expect(page.getByText("Marisol Vega")).toBeVisible();
  await page.getByLabel("Message", { exact: true }).fill("Your table is ready.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page).toHaveURL(`/inbox/${talk.id}`);
  await expect(page.getByRole("list", { name: "Messages" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("main").getByRole("link", { name: "Contact", exact: true }).click();
  await expect(page).toHaveURL(`/contacts/${talk.contactId}`);
  await expect(page.getByRole("heading", { name: "Marisol Vega", exact: true })).toBeVisible();
});

test("who has no line is told to ask for one, and whoever gives lines where to take one", async ({
  page,
  company,
  login,
  openPage,
}) => {
  await login(page, company.ana);
  for (const path of ["/inbox", "/inbox/new"]) {
    await page.goto(path);
    await expect(page.getByRole("main").getByRole("link", { name: "Numbers" })).toHaveAttribute(
      "href",
      "/admin/numbers",
    );
  }
  const user = await openPage(await company.endUser());
  await user.goto("/inbox");
  await expect(user.getByText("An Admin gives you the numbers that you text from.")).toBeVisible();
});

test("the list follows what is typed and which line is chosen, and leaves the open conversation where it is @nojs", async ({
  page,
  company,
  login,
  javaScriptEnabled,
}) => {
  const [desk, recalls] = [await company.number({ label: "Front desk" }), await company.number({ label: "Recalls" })];
  const hana = await company.endUser({ lines: [desk, recalls] });
  const olive = await makeTalk({ line: desk, name: "Olive Grant", lines: ["Do you take walk-ins?"] });
  await makeTalk({ line: recalls, name: "Otto Stern", lines: ["Perfect"] });
  await login(page, hana);
  await page.goto(`/inbox/${olive.id}`);
  const list = page.getByRole("list", { name: /^(Unclaimed|All)$/ }).getByRole("listitem");
  await expect(list).toHaveCount(2);
  const look = () => (javaScriptEnabled ? null : page.getByRole("button", { name: "Filter" }).click());
  await page.getByLabel("Line", { exact: true }).selectOption(recalls.id);
  await look();
  await expect(list).toHaveText([/Otto Stern/]);
  await page.getByLabel("Line", { exact: true }).selectOption("");
  await page.getByLabel("Search conversations").fill("walk-ins");
  await look();
  await expect(list).toHaveText([/Olive Grant/]);
  // What stands beside a tab is all of it, which is not what was found.
  await expect(page.getByRole("link", { name: "Done", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Olive Grant", exact: true })).toBeVisible();
  if (javaScriptEnabled) await expect(page.getByLabel("Search conversations")).toBeFocused();
  await page.getByRole("search").getByRole("link", { name: "Clear" }).click();
  await expect(list).toHaveCount(2);
});
