import { expect, test } from "vitest";
import { provide } from "@/lib/env";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { deskFor } from "@/tests/support/matrix/conversations";
import { messagesOf } from "@/tests/support/talk";
import { startConversation } from "../../conversations/start";
import { recordState } from "../record-state";
import { ANSWERS, answerBack } from "./answering";

test("the customer who answers does so once a text has reached them, and once a text", async () => {
  const desk = await deskFor();
  const first = { to: ANSWERS, from: desk.line.id, message: "Tuesday at nine?", once: onceKey() };
  const talk = await startConversation(await viewerOf(desk.ben), first);
  const said = async () => (await messagesOf(talk)).map(({ direction }) => direction);
  const reach = async () => {
    const [sent] = await messagesOf(talk);
    await recordState({ messageId: sent?.id ?? "", carrierId: "SIM1", state: "delivered", code: null });
  };
  await reach();
  await answerBack();
  expect(await said(), "there is no simulated carrier here").toEqual(["out"]);
  provide({ LINEUP_EMBEDDED: "1" });
  await answerBack();
  await answerBack();
  expect(await said()).toEqual(["out", "in"]);
});

test("nothing is answered that has not arrived, nor anybody else's", async () => {
  provide({ LINEUP_EMBEDDED: "1" });
  const desk = await deskFor();
  const ben = await viewerOf(desk.ben);
  const talks = [];
  for (const to of [ANSWERS, "+14155550188"])
    talks.push(await startConversation(ben, { to, from: desk.line.id, message: "Hello?", once: onceKey() }));
  const [, other] = talks;
  const [sent] = other ? await messagesOf(other) : [];
  await recordState({ messageId: sent?.id ?? "", carrierId: "SIM2", state: "delivered", code: null });
  await answerBack();
  for (const talk of talks) expect(await messagesOf(talk)).toHaveLength(1);
});
