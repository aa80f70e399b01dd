import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db";
import { consentEvents, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { type Desk, deskFor } from "@/tests/support/matrix/conversations";
import { meet } from "@/tests/support/meet";
import { actionsOn } from "@/tests/support/rows";
import { makeTalk, stopByWords } from "@/tests/support/talk";
import { AnswerImport, answerImport } from "../../contacts/import/answer";
import { PreviewContacts, previewContacts } from "../../contacts/import/preview";
import { getConversation } from "../get";
import { confirmOptOut } from "./confirm-opt-out";
import { liftOptOut } from "./lift-opt-out";
import { NAMED, reviewsWaiting } from "./reviews-waiting";

const on = ({ talk }: Desk) => ({ conversationId: talk.id, once: onceKey() });
const saidOf = async ({ talk }: Desk) =>
  (await db.select().from(consentEvents).where(eq(consentEvents.phone, talk.phone))).map(({ kind, actorName }) => [
    ...[kind, actorName],
  ]);

test("what ordinary words have stopped is asked of who has the line, until one says that it was meant", async () => {
  const desk = await deskFor({ stopped: true });
  const ben = await viewerOf(desk.ben);
  expect(await reviewsWaiting(ben)).toMatchObject([{ id: desk.talk.id, name: "Marisol Vega" }]);
  expect(await reviewsWaiting(await viewerOf(desk.company.ana))).toEqual([]);
  expect((await getConversation(ben, desk.talk.id))?.stoppedUntil).not.toBeNull();
  await confirmOptOut(ben, on(desk));
  expect(await reviewsWaiting(ben)).toEqual([]);
  expect(await getConversation(ben, desk.talk.id)).toMatchObject({ stoppedUntil: null, hasOptedOut: true });
  expect(await saidOf(desk)).toEqual([["out", "Ben Ortiz"]]);
  expect(await actionsOn(desk.talk.id)).toEqual(["opt-out.confirmed"]);
});

test("of many who wait some are named, and one more says so", async () => {
  const desk = await deskFor();
  for (let n = 0; n < NAMED + 2; n++) await stopByWords(await makeTalk({ line: desk.line }));
  expect(await reviewsWaiting(await viewerOf(desk.ben))).toHaveLength(NAMED + 1);
});

test("or that something else was meant: then texts go again; of two who say otherwise at once one is heard", async () => {
  const desk = await deskFor({ stopped: true });
  const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
  const outcomes = await meet(
    () => liftOptOut(ben, on(desk)),
    () => liftOptOut(wes, on(desk)),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await getConversation(ben, desk.talk.id)).toMatchObject({ hasOptedOut: false });
  expect(await saidOf(desk)).toHaveLength(1);
});

test("what a list says as well is plain, and lifted by nobody any more", async () => {
  const desk = await deskFor({ stopped: true });
  const ana = await viewerOf(desk.company.ana);
  const rows = `Phone,Blacklisted\n${desk.talk.phone},yes`;
  const { importId } = await previewContacts(ana, await PreviewContacts.parseAsync({ rows, once: onceKey() }));
  await answerImport(ana, AnswerImport.parse({ importId, act: "import", once: onceKey() }));
  expect(await saidOf(desk)).toEqual([["out", "Ana Silva"]]);
  await expect(liftOptOut(await viewerOf(desk.ben), on(desk))).rejects.toThrow("Somebody has looked at this already.");
  expect(await db.select().from(optOuts).where(eq(optOuts.phone, desk.talk.phone))).toMatchObject([
    { how: "words", reviewBy: null },
  ]);
});

test("a plain opt-out is lifted by nobody", async () => {
  const desk = await deskFor();
  const { accountId, phone } = desk.talk;
  await writeDb.insert(optOuts).values({ accountId, phone, how: "keyword" });
  const lifting = liftOptOut(await viewerOf(desk.ben), on(desk));
  await expect(lifting).rejects.toThrow("Somebody has looked at this already.");
  expect(await db.select().from(optOuts).where(eq(optOuts.phone, phone))).toHaveLength(1);
});
