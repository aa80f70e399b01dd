import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { textingTests } from "@/tests/support/carrier/texting";
import { onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { makeTalk, messagesOf } from "@/tests/support/talk";
import { Reply, reply } from "../../conversations/reply";
import { disableMember } from "../../members/disable";
import { enableMember } from "../../members/enable";
import { deleteUser } from "../../users/delete";
import { drainTexts } from "./drain-texts";

const { carrier, company, line } = await textingTests();
const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);

async function written(by: Person) {
  const talk = await makeTalk({ line });
  const typed = { conversationId: talk.id, message: "See you at nine", outSeq: "0", later: "yes", sendAt: tomorrow };
  await reply(await viewerOf(by), Reply.parse({ ...typed, once: onceKey() }));
  const comes = () =>
    writeDb
      .update(texts)
      .set({ sendAt: sql`now() - interval '1 second'`, nextAt: sql`now()` })
      .where(eq(texts.conversationId, talk.id));
  return { talk, comes };
}

test("what is to be sent later leaves in nobody's name who is disabled or deleted by then, and in theirs who is back", async () => {
  const ana = await viewerOf(company.ana);
  const hana = await company.endUser({ name: "Hana Sato", lines: [line] });
  const ivo = await company.endUser({ name: "Ivo Kral", lines: [line] });
  const jun = await company.endUser({ name: "Jun Mori", lines: [line] });
  const all = [await written(hana), await written(ivo), await written(jun)];
  await disableMember(ana, { memberId: hana.memberId, once: onceKey() });
  await deleteUser(ana, { memberId: ivo.memberId, once: onceKey() });
  await disableMember(ana, { memberId: jun.memberId, once: onceKey() });
  await enableMember(ana, { memberId: jun.memberId, once: onceKey() });
  for (const { comes } of all) await comes();
  await drainTexts();
  expect(all.map(({ talk }) => carrier.sentTo(talk.phone).length)).toEqual([0, 0, 1]);
  const states = await Promise.all(all.map(async ({ talk }) => (await messagesOf(talk)).at(-1)?.state));
  expect(states.slice(0, 2)).toEqual(["called off", "called off"]);
  const [hanas] = all;
  expect(
    await writeDb
      .select()
      .from(texts)
      .where(eq(texts.conversationId, hanas?.talk.id ?? "")),
  ).toEqual([]);
});
