import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { contactGroups, messages, optOuts, subscriptionAsks } from "@/db/schema";
import { writeDb } from "@/db/write";
import { addUnsubscribeLinks } from "@/lib/unsubscribe/unsubscribe-links";
import { comesIn } from "@/tests/support/carrier/comes-in";
import { makeSubscriptionLink, phonesIn, somePhone, WORDING } from "@/tests/support/carrier/subscriptions";
import { expect, test } from "@/tests/support/fixtures";

const ASKED = "If this number can get our texts, one is on its way now";

/** What the customer of a link got and writes back. */
const textTo = async (phone: string) => {
  const [ask] = await writeDb
    .select({ body: messages.body })
    .from(subscriptionAsks)
    .innerJoin(messages, eq(messages.id, subscriptionAsks.messageId))
    .where(eq(subscriptionAsks.phone, phone));
  return ask?.body ?? "";
};

test("a link is made, customers join by it, and closed it ends at once @nojs", async ({
  page,
  company,
  login,
  openPage,
  axe,
  javaScriptEnabled,
}) => {
  const line = await company.number({ label: "Front desk" });
  const group = { id: v7(), accountId: company.accountId, name: "Regulars" };
  await login(page, await company.admin({ name: "Ben Ortiz", lines: [line] }));
  await page.goto("/subscriptions/new");
  await expect(page.getByText("No contact groups yet")).toBeVisible();
  await writeDb.insert(contactGroups).values(group);
  await page.goto("/campaigns");
  await page.getByRole("link", { name: "Subscription links" }).click();
  await expect(page.getByRole("heading", { name: "Subscription links" })).toBeVisible();
  await expect(page.getByText("No links yet")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "+ New Link" }).click();
  await expect(page.getByRole("heading", { name: "New Link" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Create Link" }).click();
  await expect(page.getByText("Choose a contact group.")).toBeVisible();
  await expect(page.getByText("Say what people agree to.")).toBeVisible();
  await page.getByLabel("Contact group").selectOption({ label: "Regulars" });
  await page.getByLabel("Wording").fill(WORDING);
  await page.getByRole("button", { name: "Create Link" }).click();
  await expect(page.getByText("Whoever has the link can join Regulars now.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Regulars" });
  await expect(row).toContainText("Front desk");
  await expect(row).toContainText(WORDING);
  const address = (await row.getByRole("link").getAttribute("href")) ?? "";
  const copy = row.getByRole("button", { name: "Copy the link to Regulars" });
  if (javaScriptEnabled) {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await copy.click();
    await expect(row).toContainText("Copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  } else await expect(copy).toBeHidden();
  await axe(page);

  const customer = await openPage();
  await customer.goto(address);
  await expect(customer.getByRole("heading", { name: `Texts from ${company.name}` })).toBeVisible();
  for (const words of [WORDING, "Reply STOP to opt out, HELP for help."])
    await expect(customer.getByText(words)).toBeVisible();
  await axe(customer);
  await customer.getByLabel("Phone Number").fill("12");
  await customer.getByRole("button", { name: "Subscribe" }).click();
  await expect(customer.getByText("That isn't a whole phone number.")).toBeVisible();
  await expect(customer.getByLabel("Phone Number")).toHaveValue("12");
  const phone = somePhone();
  await customer.getByLabel("Phone Number").fill(phone);
  await customer.getByRole("button", { name: "Subscribe" }).click();
  await expect(customer.getByText(ASKED)).toBeVisible();
  expect(await textTo(phone)).toContain("Reply YES");
  expect(await phonesIn(group)).toEqual([]);
  await comesIn(phone, line.e164, "YES");
  expect(await phonesIn(group)).toEqual([phone]);

  const stopped = somePhone();
  await comesIn(stopped, line.e164, "STOP");
  await customer.goto(address);
  await customer.getByLabel("Phone Number").fill(stopped);
  await customer.getByRole("button", { name: "Subscribe" }).click();
  await expect(customer.getByText(ASKED)).toBeVisible();
  expect(await textTo(stopped)).toBe("");

  await page.goto(`/contacts?search=${encodeURIComponent(phone)}`);
  await page
    .getByRole("row")
    .filter({ hasText: phone.slice(-4) })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("list", { name: "Consent" })).toContainText(WORDING);
  await page.goto("/subscriptions");
  await customer.goto(address);
  await expect(row).toContainText("1");
  await row.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.getByText("The link is closed. Who has joined stays in the group.")).toBeVisible();
  await expect(row).toContainText("Closed");
  await expect(copy).toBeHidden();
  await customer.getByLabel("Phone Number").fill(somePhone());
  await customer.getByRole("button", { name: "Subscribe" }).click();
  await expect(customer.getByText("This link is closed.")).toBeVisible();
  await customer.goto(address);
  await expect(customer.getByRole("heading", { name: "This link is closed." })).toBeVisible();
  await axe(customer);
});

test("whoever presses Stop texts gets none any more; opening the page changes nothing @nojs", async ({
  page,
  company,
  baseURL,
  axe,
  request,
}) => {
  const { accountId, name } = company;
  const [phone, line] = [somePhone(), await company.number()];
  const from = { accountId, numberId: line.id, campaignId: null };
  const links = await writeDb.transaction((tx) => addUnsubscribeLinks(tx, from, [phone]));
  const path = new URL(links.get(phone) ?? "", baseURL).pathname;
  const stops = () => writeDb.select().from(optOuts).where(eq(optOuts.phone, phone));
  for (let n = 0; n < 100; n++) await (await request.fetch(path, { method: n % 2 ? "GET" : "HEAD" })).dispose();
  expect(await stops()).toEqual([]);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: `Texts from ${name}` })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Stop texts" }).click();
  await expect(page.getByRole("heading", { name: "No more texts" })).toBeVisible();
  expect(await stops()).toMatchObject([{ accountId, how: "link" }]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "No more texts" })).toBeVisible();
  await axe(page);
  await page.goto("/u/nobodys");
  await expect(page.getByText("Reply STOP to any of the texts")).toBeVisible();
  await axe(page);
});

test("the customers' pages are kept by nobody, tell no other site, and fit a telephone", async ({
  page,
  company,
  request,
}) => {
  const line = await company.number();
  const by = await company.admin({ lines: [line] });
  const { token } = await makeSubscriptionLink({ by, line });
  for (const path of [`/s/${token}`, "/s/nobodys", "/u/nobodys"]) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect([answer.status(), headers["cache-control"], headers["referrer-policy"]], path).toEqual([
      200,
      "private, no-store",
      "no-referrer",
    ]);
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(await answer.text(), path).toMatch(/<meta name="robots" content="noindex, nofollow"/);
    const large = await request.post(path, { multipart: { a: "x".repeat(70_000) } });
    expect(large.status(), path).toBe(413);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});
