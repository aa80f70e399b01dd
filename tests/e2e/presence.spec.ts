import type { Page } from "@playwright/test";
import type { Company } from "@/tests/support/cast";
import { expect, test } from "@/tests/support/fixtures";
import { login } from "@/tests/support/login";
import { makeTalk } from "@/tests/support/talk";

/** A colleague at a thread of a line that is theirs. */
async function atThread(page: Page, company: Company) {
  const line = await company.number();
  const talk = await makeTalk({ line });
  await login(page, await company.endUser({ name: "Hana Sato", lines: [line] }));
  await page.goto(`/inbox/${talk.id}`);
  return { line, talk };
}

test("who reads a thread, or writes in it, is seen by colleagues who have it open, and gone soon after", async ({
  page,
  company,
  openPage,
}) => {
  const { line, talk } = await atThread(page, company);
  const second = await openPage(await company.endUser({ name: "Finn Larsen", lines: [line] }));
  await second.goto(`/inbox/${talk.id}`);
  await expect(page.getByText("Finn Larsen is reading", { exact: true })).toBeVisible();
  await expect(second.getByText("Hana Sato is reading", { exact: true })).toBeVisible();
  await second.getByLabel("Message", { exact: true }).fill("We open");
  await expect(page.getByText("Finn Larsen is writing", { exact: true })).toBeVisible();
  await expect(page.getByText("Finn Larsen is reading", { exact: true })).toBeVisible();
  await second.getByRole("main").getByRole("link", { name: "Contact", exact: true }).click();
  await expect(second).toHaveURL(/contacts/);
  await expect(page.getByText("Finn Larsen is", { exact: false })).toHaveCount(0);
});

test("what is being written is still there when the page is loaded anew, and gone once it was sent", async ({
  page,
  company,
}) => {
  await atThread(page, company);
  const message = page.getByLabel("Message", { exact: true });
  await message.fill("We open at nine.");
  await expect(page.getByText("16 characters, 1 segment")).toBeVisible();
  await page.reload();
  await expect(message).toHaveValue("We open at nine.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("list", { name: "Messages" }).getByRole("listitem")).toHaveCount(2);
  await expect(message).toHaveValue("");
  await page.reload();
  await expect(page.getByRole("button", { name: "Release" })).toBeVisible();
  await expect(page.getByText("0 characters, 0 segments")).toBeVisible();
  await expect(message).toHaveValue("");
});

test("what could not be sent stays in its form and is sent again, once", async ({ page, company, problems, axe }) => {
  const { talk } = await atThread(page, company);
  const message = page.getByLabel("Message", { exact: true });
  const send = page.getByRole("button", { name: "Send", exact: true });
  const unanswered = page.getByText("No answer came: your connection may be gone. Send it again.");
  const thread = page.getByRole("list", { name: "Messages" }).getByRole("listitem");
  await message.fill("We open at nine.");
  problems.allow(/Failed to fetch/);
  const sent: string[] = [];
  await page.route(
    ({ pathname }) => pathname === `/inbox/${talk.id}`,
    async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      sent.push(route.request().url());
      // The second is done, and its answer is cut.
      if (sent.length === 2) await route.fetch();
      return sent.length > 2 ? route.continue() : route.abort("connectionreset");
    },
  );
  await send.click();
  await expect(unanswered).toBeVisible();
  await expect(message).toHaveValue("We open at nine.");
  expect(sent).toHaveLength(1);
  await axe(page);
  await page.reload();
  await expect(message).toHaveValue("We open at nine.");
  await send.click();
  await expect.poll(() => sent.length).toBe(2);
  await expect(thread.filter({ hasText: "We open at nine." })).toHaveCount(1);
});

test("an act that got no answer says so beside its button, and is done when it is pressed again", async ({
  page,
  company,
  problems,
}) => {
  const { talk } = await atThread(page, company);
  problems.allow(/Failed to fetch/);
  const isThread = ({ pathname }: URL) => pathname === `/inbox/${talk.id}`;
  await page.route(isThread, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Claim" }).click();
  await expect(page.getByText("No answer came: your connection may be gone. Send it again.")).toBeVisible();
  await page.unroute(isThread);
  await page.getByRole("button", { name: "Claim" }).click();
  await expect(page.getByRole("button", { name: "Release" })).toBeVisible();
});
