import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { writeDb } from "@/db/write";
import { expect, test } from "@/tests/support/fixtures";

/** Bytes of a page's HTML, before it is packed. */
const LIST = 60_000;
const FORM = 120_000;

test("a page of 25 people and the form of a new one among many groups weigh no more than they should", async ({
  page,
  company,
  login,
}) => {
  const line = await company.number();
  for (let at = 0; at < 30; at++) {
    const person = { name: `Aroha Ngata ${at}`, username: `aroha${at}.${company.ana.username}`, lines: [line] };
    const { memberId } = await company.endUser(person);
    if (at % 5 > 0) await writeDb.update(members).set({ lastLoginAt: new Date() }).where(eq(members.id, memberId));
  }
  await login(page, company.ana);
  const weigh = async (path: string) => (await (await page.request.get(path)).body()).byteLength;
  expect(await weigh("/admin/users"), "the list").toBeLessThanOrEqual(LIST);
  for (let at = 0; at < 120; at++) await company.group(`Harbour ${at}`);
  expect(await weigh("/admin/users/new"), "the form").toBeLessThanOrEqual(FORM);
});
