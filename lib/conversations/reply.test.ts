import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { numbers } from "@/db/schema";
import { comesIn } from "@/tests/support/carrier/comes-in";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { messagesOf } from "@/tests/support/talk";
import { releaseConversation } from "./release-one";
import { Reply, reply } from "./reply";

test("a stale reply is told of the newest answer, not of what Lineup says by itself after it", async () => {
  const { talk, line, wes, ben } = await deskFor();
  const [first, second] = [await viewerOf(wes), await viewerOf(ben)];
  const on = () => ({ conversationId: talk.id, once: onceKey() });
  await reply(first, { ...on(), message: "We open at nine.", outSeq: 0, anyway: null });
  await releaseConversation(first, on());
  const [number] = await db.select().from(numbers).where(eq(numbers.id, line.id));
  await comesIn(talk.phone, number?.e164 ?? "", "HELP");
  expect((await messagesOf(talk)).at(-1)?.body).toContain("Reply STOP to opt out.");
  await expect(reply(second, { ...on(), message: "At ten.", outSeq: 0, anyway: null })).rejects.toMatchObject({
    message: expect.stringMatching(/^Wes Adair answered /),
    also: { anywayWords: "We open at nine." },
  });
});

test.each(["\u200b", "\u2800", " \u00a0\u3164 "])("a text with nothing to see in it is none: %j", (message) => {
  const typed = { conversationId: onceKey(), message, outSeq: "0", anyway: "", once: onceKey() };
  expect(Reply.safeParse(typed).error?.issues).toMatchObject([{ message: "Write a message." }]);
});
