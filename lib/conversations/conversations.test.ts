import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db";
import { lineAccess, members, optOuts, texts } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { refusal } from "@/tests/support/forms/refusal";
import { deskFor } from "@/tests/support/matrix/conversations";
import { meet } from "@/tests/support/meet";
import { actionsOn } from "@/tests/support/rows";
import { conversationOf, makeTalk, messagesOf as threadOf } from "@/tests/support/talk";
import { disableMember } from "../members/disable";
import { addNote } from "./add-note";
import { claimConversation } from "./claim";
import { markDone } from "./done";
import { getConversation, messagesOf } from "./get";
import { handOver } from "./hand-over";
import { inboxQuery } from "./inbox-query";
import { countConversations, listConversations } from "./list";
import { markRead, markUnread } from "./mark-unread";
import { Reply, reply } from "./reply";
import { startConversation } from "./start";
import { takeOver } from "./take-over";

type Talk = { id: string };
const on = (talk: Talk) => ({ conversationId: talk.id, once: onceKey() });
const say = (talk: Talk, message: string, outSeq = 0, anyway?: number) =>
  Reply.parse({ ...on(talk), message, outSeq: String(outSeq), anyway: anyway === undefined ? "" : String(anyway) });
const words = async (work: Promise<unknown>) => (await refusal(work))?.message;
const listed = async (viewer: Viewer, params: Record<string, string>) =>
  (await listConversations(viewer, inboxQuery(params))).rows;

describe("claims", () => {
  test("of twenty who claim at once one has it, and the others are told who and since when", async () => {
    const desk = await deskFor();
    const people = await Promise.all(
      Array.from({ length: 20 }, () => desk.company.endUser({ groupId: desk.west, lines: [desk.line] })),
    );
    const viewers = await Promise.all(people.map(viewerOf));
    const outcomes = await Promise.allSettled(viewers.map((viewer) => claimConversation(viewer, on(desk.talk))));
    const won = outcomes.flatMap(({ status }, at) => (status === "fulfilled" ? [people[at]] : []));
    expect(won).toHaveLength(1);
    expect((await conversationOf(desk.talk)).claimedBy).toBe(won[0]?.memberId);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({
          name: "Refused",
          message: expect.stringMatching(new RegExp(`^${won[0]?.name} has this conversation since \\d`)),
        });
    expect(await actionsOn(desk.talk.id)).toEqual(["conversation.claimed"]);
  });

  test("a line that is taken away at the same moment takes the claim with it", async () => {
    const desk = await deskFor();
    const viewer = await viewerOf(desk.ben);
    await writeDb.update(members).set({ defaultNumberId: null }).where(eq(members.id, desk.ben.memberId));
    await Promise.allSettled([
      claimConversation(viewer, on(desk.talk)),
      writeDb.delete(lineAccess).where(eq(lineAccess.memberId, desk.ben.memberId)),
    ]);
    expect((await conversationOf(desk.talk)).claimedBy).toBeNull();
  });

  test("are handed over only to who has the line and may send, and taken over with a word in the thread", async () => {
    const desk = await deskFor({ had: "ben" });
    const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
    const able = async (memberId: string) => words(handOver(ben, { ...on(desk.talk), memberId }));
    const without: Person[] = [
      desk.company.ana,
      await desk.company.endUser({ groupId: desk.east, lines: [desk.line] }),
      await desk.company.disabled({ groupId: desk.west, lines: [desk.line] }),
    ];
    for (const { memberId } of without) expect(await able(memberId)).toBe("Choose a colleague who has this line.");
    await handOver(ben, { ...on(desk.talk), memberId: desk.wes.memberId });
    expect((await conversationOf(desk.talk)).claimedBy).toBe(desk.wes.memberId);
    await handOver(wes, { ...on(desk.talk), memberId: desk.ben.memberId });
    await takeOver(wes, on(desk.talk));
    await expect(takeOver(ben, on(desk.talk))).rejects.toMatchObject({ name: "NotFound" });
    const events = (await threadOf(desk.talk)).filter(({ kind }) => kind === "event");
    expect(events.at(-1)?.body).toBe("took this conversation over from Ben Ortiz");
    expect(await actionsOn(desk.talk.id)).toEqual([
      "conversation.taken-over",
      "conversation.handed-over",
      "conversation.handed-over",
    ]);
    expect(await words(reply(ben, say(desk.talk, "Still here")))).toMatch(/^Wes Adair has this conversation since /);
  });
});

describe("a reply", () => {
  test("goes into the thread with its way to the carrier, and claims what nobody had", async () => {
    const desk = await deskFor();
    await reply(await viewerOf(desk.ben), say(desk.talk, "Tuesday\r\nat nine?"));
    expect(await conversationOf(desk.talk)).toMatchObject({
      ...{ seq: 2, outSeq: 2, inSeq: 1, claimedBy: desk.ben.memberId, preview: "Tuesday at nine?" },
    });
    const [, sent] = await threadOf(desk.talk);
    expect(sent).toMatchObject({
      seq: 2,
      state: "queued",
      body: "Tuesday\nat nine?",
      authorName: "Ben Ortiz",
      segments: 1,
    });
    const [way] = await db.select().from(texts).where(eq(texts.conversationId, desk.talk.id));
    expect(way).toMatchObject({ messageId: sent?.id, toPhone: desk.talk.phone, seq: 2, priority: 0, lease: null });
    expect(await actionsOn(desk.talk.id)).toEqual([]);
  });

  test("of two at once one is sent, and the other keeps the words, is told, and may send theirs as well", async () => {
    const desk = await deskFor();
    const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
    const outcomes = await Promise.allSettled([
      reply(ben, say(desk.talk, "Mine")),
      reply(wes, say(desk.talk, "Mine too")),
    ]);
    const at = outcomes.findIndex(({ status }) => status === "rejected");
    const [loser, winner] = at === 0 ? [ben, desk.wes] : [wes, desk.ben];
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await words(reply(loser, say(desk.talk, "Mine")))).toMatch(
      new RegExp(`^${winner.name} answered \\d+ seconds? ago\\.$`),
    );
    expect(await threadOf(desk.talk)).toHaveLength(2);
    await reply(loser, say(desk.talk, "Mine as well", 0, 2));
    expect(await conversationOf(desk.talk)).toMatchObject({ outSeq: 3, claimedBy: winner.memberId });
    // By hand, without having been told of anything newer.
    expect(await words(reply(loser, say(desk.talk, "By hand", 3, 3)))).toMatch(/ has this conversation since /);
  });

  test("of whoever has it is refused, too, when a colleague has answered as well", async () => {
    const desk = await deskFor({ had: "ben" });
    const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
    await reply(ben, say(desk.talk, "At nine"));
    await reply(wes, say(desk.talk, "Or at ten", 0, 2));
    expect(await words(reply(ben, say(desk.talk, "See you then", 2)))).toMatch(/^Wes Adair answered /);
    expect(await conversationOf(desk.talk)).toMatchObject({ outSeq: 3, claimedBy: desk.ben.memberId });
  });

  test("is not refused for what the customer wrote meanwhile", async () => {
    const desk = await deskFor();
    const talk = await makeTalk({ line: desk.line, lines: ["Hello", "> Yes?", "One more thing"] });
    await reply(await viewerOf(desk.ben), say(talk, "Go on", 2));
    expect((await conversationOf(talk)).outSeq).toBe(4);
  });

  test("opens what was done, and goes to nobody who has opted out", async () => {
    const desk = await deskFor({ closed: true });
    const ben = await viewerOf(desk.ben);
    await reply(ben, say(desk.talk, "Once more"));
    expect((await conversationOf(desk.talk)).closedAt).toBeNull();
    const { accountId } = desk.company;
    await writeDb.insert(optOuts).values({ accountId, phone: desk.talk.phone, how: "keyword" });
    expect(await words(reply(ben, say(desk.talk, "And again", 2)))).toBe("Marisol Vega has opted out of texts.");
    const again = startConversation(ben, { to: desk.talk.phone, from: desk.line.id, message: "Hi", once: onceKey() });
    expect(await words(again)).toBe("Marisol Vega has opted out of texts.");
    expect(await threadOf(desk.talk)).toHaveLength(2);
  });
});

test("two who start the same conversation at once make one", async () => {
  const desk = await deskFor();
  const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
  const first = { to: "+14155550177", from: desk.line.id, message: "Hello" };
  const outcomes = await Promise.allSettled([
    startConversation(ben, { ...first, once: onceKey() }),
    startConversation(wes, { ...first, once: onceKey() }),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [row] = await listed(ben, { view: "all", search: "(415) 555-0177" });
  expect(row).toMatchObject({ phone: "+14155550177", preview: "Hello" });
});

test("forms sent at the same moment by the same hand reply once", async () => {
  const desk = await deskFor();
  const [ben, input] = [await viewerOf(desk.ben), say(desk.talk, "Once")];
  await meet(
    () => reply(ben, input),
    () => reply(ben, input),
  );
  expect(await threadOf(desk.talk)).toHaveLength(2);
});

describe("the list", () => {
  test("has each conversation under its tabs, with counts, unread for each person alone", async () => {
    const desk = await deskFor();
    const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
    const mine = await makeTalk({ line: desk.line, claimedBy: desk.ben, name: "Owen Castle" });
    await markDone(wes, on(await makeTalk({ line: desk.line, name: "Gone Home" })));
    await addNote(wes, { ...on(desk.talk), note: "@Ben can you look?" });
    const counts = { unclaimed: 1, mine: 1, mentions: 1, all: 2, done: 1 };
    expect(await countConversations(ben, null)).toEqual(counts);
    expect(await countConversations(wes, null)).toEqual({ ...counts, mine: 0, mentions: 0 });
    expect((await listed(ben, { view: "mentions" })).map(({ name }) => name)).toEqual(["Marisol Vega"]);
    expect((await listed(ben, { view: "all" })).map(({ isUnread }) => isUnread)).toEqual([true, true]);
    await markRead(ben, { id: mine.id, seq: 1 });
    expect((await listed(ben, { view: "mine" }))[0]?.isUnread).toBe(false);
    expect((await listed(wes, { view: "all", search: "owen" }))[0]).toMatchObject({
      isUnread: true,
      holder: "Ben Ortiz",
    });
    await markUnread(ben, on(mine));
    expect((await listed(ben, { view: "mine" }))[0]?.isUnread).toBe(true);
  });

  test("is found by name, number and any word, and pages on", async () => {
    const desk = await deskFor();
    const ben = await viewerOf(desk.ben);
    const talk = await makeTalk({ line: desk.line, name: "Zoë Öberg", lines: ["About 100% of_it", "> Fine"] });
    for (const search of ["oberg", talk.phone.slice(2), "100%", "of_it", "FINE"])
      expect(
        (await listed(ben, { search })).map(({ id }) => id),
        search,
      ).toEqual([talk.id]);
    for (const search of ["qqqqq", "10%0"]) expect(await listed(ben, { search }), search).toEqual([]);
    for (let at = 0; at < 51; at++) await makeTalk({ line: desk.line, name: `Caller ${at}` });
    const page = await listConversations(ben, inboxQuery({ view: "all" }));
    expect(page).toMatchObject({ previous: null });
    const next = await listConversations(ben, inboxQuery({ view: "all", after: page.next ?? "" }));
    expect([page.rows.length, next.rows.length, next.next]).toEqual([50, 3, null]);
    const back = await listConversations(ben, inboxQuery({ view: "all", before: next.previous ?? "" }));
    expect(back.rows).toEqual(page.rows);
    expect(await countConversations(ben, desk.line.id)).toMatchObject({ unclaimed: 53 });
  });
});

test("a thread is read in its order, and says what the viewer may do", async () => {
  const desk = await deskFor({ had: "wes" });
  const [ben, wes] = [await viewerOf(desk.ben), await viewerOf(desk.wes)];
  expect(await getConversation(ben, desk.talk.id)).toMatchObject({
    isHeld: true,
    holder: "Wes Adair",
    mayTakeOver: false,
  });
  expect(await getConversation(wes, desk.talk.id)).toMatchObject({ isMine: true, colleagues: [{ name: "Ben Ortiz" }] });
  const { rows, earlier } = await messagesOf(ben, desk.talk.id, null);
  expect([rows.map(({ body }) => body), earlier]).toEqual([["Hello"], null]);
  expect(await getConversation(ben, "nonsense")).toBeUndefined();
});

test("whoever is disabled has no conversation any more, and what they wrote stays", async () => {
  const desk = await deskFor({ had: "ben" });
  await disableMember(await viewerOf(desk.company.ana), { memberId: desk.ben.memberId, once: onceKey() });
  expect((await conversationOf(desk.talk)).claimedBy).toBeNull();
  expect(await threadOf(desk.talk)).toHaveLength(1);
});
