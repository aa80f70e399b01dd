import { eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { expect, test } from "@/tests/support/fixtures";
import { makeTalk } from "@/tests/support/talk";

test("what hangs on a text is named in its thread, and asked for only there where its line is one's own @nojs", async ({
  page,
  company,
  login,
  openPage,
  axe,
  problems,
}) => {
  problems.allow(/404|410/);
  const line = await company.number();
  const hana = await company.endUser({ lines: [line] });
  const talk = await makeTalk({ line, lines: ["Look at this"] });
  const media = [
    { url: "https://api.twilio.com/photo", type: "image/jpeg" },
    { url: "https://api.twilio.com/page", type: "text/html" },
  ];
  await writeDb.update(messages).set({ media }).where(eq(messages.conversationId, talk.id));
  await login(page, hana);
  await page.goto(`/inbox/${talk.id}`);
  const attached = page.getByRole("list", { name: "Attachments" });
  await expect(attached.getByRole("link")).toHaveText(["Picture 1", "File 2"]);
  await axe(page);
  const address = (await attached.getByRole("link").first().getAttribute("href")) ?? "";
  expect(address).toMatch(/^\/inbox\/media\/[0-9a-f-]{36}-1$/);
  await attached.getByRole("link", { name: "Picture 1" }).click();
  // No carrier is set up here.
  await expect(page.getByRole("heading", { name: "No longer there" })).toBeVisible();
  expect((await page.request.post(address)).status()).toBe(405);
  const stranger = await openPage(await company.endUser());
  expect((await stranger.request.get(address)).status()).toBe(404);
});
