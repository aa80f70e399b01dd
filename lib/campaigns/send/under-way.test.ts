import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { linePace } from "@/db/schema";
import { writeDb } from "@/db/write";
import { begin, held, makeContactGroup, makeDraft, recipientsOf } from "@/tests/support/carrier/campaigns";
import { makeLine, messageOf, queueReply, textingTests } from "@/tests/support/carrier/texting";
import { twilio } from "../../carrier/twilio/twilio";
import { hearNews } from "../../live/news";
import { hearState } from "../../messages/record-state";
import { drainTexts } from "../../messages/send/drain-texts";
import { pauseCampaign, resumeCampaign, stopCampaign } from "../hold";
import { runCampaigns } from "./run-campaigns";

const { carrier, company } = await textingTests();
const PEOPLE = 500;
const stops: AbortController[] = [];

/** A campaign to so many, written into the queue of a line that is so fast, and a worker that sends it. */
async function underWay(people: number, perSecond: number) {
  const home = await makeLine(company);
  const { line } = home;
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const pace = { numberId: line.id, accountId: company.accountId, perSecond };
  await writeDb.insert(linePace).values(pace);
  const group = await makeContactGroup(
    company.accountId,
    Array.from({ length: people }, () => ({})),
  );
  const id = await makeDraft({ by: ben, line, group });
  await begin(id, ben);
  await runCampaigns();
  const send = () => {
    const stop = new AbortController();
    stops.push(stop);
    return drainTexts(stop.signal);
  };
  const taken = () => carrier.texts.filter(({ from }) => from === home.e164).length;
  return { id, home, ben, send, taken };
}

const DELIVERED = { carrierId: null, state: "delivered", code: null } as const;

afterEach(() => {
  for (const each of stops.splice(0)) each.abort();
  carrier.failWhen(() => undefined);
});

describe("while a campaign is sent", () => {
  test.each([
    ["paused", pauseCampaign, 100],
    ["paused at a carrier that is slow", pauseCampaign, 1500],
    ["stopped", stopCampaign, 300],
  ])("%s, nothing of it leaves from the commit on, also of what is just being handed over", async (_, act, slow) => {
    const { id, ben, send, taken } = await underWay(PEOPLE, 10_000);
    let acted: Promise<number> | undefined;
    const now = async () => {
      await act(...(await held(id, ben)));
      await carrier.caughtUp();
      return taken();
    };
    carrier.failWhen(({ method }) => {
      if (method === "POST" && taken() === 10) acted ??= now();
      return { slow };
    });
    const sending = Promise.all([send(), send()]);
    await vi.waitFor(() => expect(acted).toBeDefined(), { timeout: 60_000 });
    const then = await acted;
    await sleep(700);
    expect(taken()).toBe(then);
    expect(then).toBeLessThan(PEOPLE);
    if (act === stopCampaign) return;
    await sending;
    await resumeCampaign(...(await held(id, ben)));
    const again = send();
    await vi.waitFor(() => expect(taken()).toBe(PEOPLE), { timeout: 60_000 });
    await again;
    const states = (await recipientsOf(id)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["sent"]));
  });

  test("paused, what has not left yet by its connection leaves before the commit, and nothing after", async () => {
    const { id, ben, send } = await underWay(30, 10_000);
    const left: string[] = [];
    const hands = vi.spyOn(twilio, "hand").mockImplementation(async (text, leave) => {
      await sleep(1200);
      left.push(text.id);
      leave?.();
      return { kind: "accepted", carrierId: `SM${text.id}`, state: "handed", code: null };
    });
    const sending = send();
    await vi.waitFor(() => expect(hands).toHaveBeenCalled(), { timeout: 60_000 });
    await pauseCampaign(...(await held(id, ben)));
    const then = left.length;
    expect(then).toBe(hands.mock.calls.length);
    await sleep(1500);
    expect(left).toHaveLength(then);
    await sending;
    hands.mockRestore();
  });

  test("a reply overtakes what waits of it", async () => {
    const { home, send, taken } = await underWay(300, 50);
    carrier.failWhen(() => ({ slow: 100 }));
    const sending = send();
    await vi.waitFor(() => expect(taken()).toBeGreaterThan(20), { timeout: 60_000 });
    const phone = "+13035550142";
    const before = taken();
    await queueReply(home, phone, "A reply");
    await vi.waitFor(() => expect(carrier.sentTo(phone)).toHaveLength(1), { timeout: 60_000, interval: 20 });
    // Two seconds at this line's pace, however fast the machine is.
    expect(taken() - before).toBeLessThan(100);
    for (const each of stops) each.abort();
    await sending;
  });

  test("open pages hear of replies alone", async () => {
    const told: string[] = [];
    const heard = await hearNews({
      news: (news) => news.about === "thread" && told.push(news.conversationId),
      again: () => {},
    });
    const { home, send, id } = await underWay(5, 1000);
    const sending = send();
    const reply = await queueReply(home, "+13035550143", "A reply");
    const { conversationId } = await messageOf(reply);
    await vi.waitFor(async () => expect((await messageOf(reply)).state).toBe("handed"), { timeout: 60_000 });
    await sending;
    const sent = await recipientsOf(id);
    expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(["sent"]));
    for (const { messageId } of sent) await hearState({ messageId: messageId ?? "", ...DELIVERED });
    await sleep(200);
    await heard?.unlisten();
    expect(new Set(told)).toEqual(new Set([conversationId]));
  });

  test("a line's pace is kept in the long run, whatever is claimed at once", async () => {
    const { home, send, taken } = await underWay(300, 40);
    const sending = send();
    await vi.waitFor(() => expect(taken()).toBeGreaterThan(10), { timeout: 60_000 });
    const twoSeconds = async () => {
      const [from, began] = [taken(), performance.now()];
      await sleep(2000);
      return (taken() - from) / ((performance.now() - began) / 1000);
    };
    const seen = [await twoSeconds()];
    // A machine that is busy for a moment is no line that is slow.
    while (Math.max(...seen) <= 25 && taken() < 200) seen.push(await twoSeconds());
    expect(Math.max(...seen)).toBeLessThan(50);
    expect(Math.max(...seen)).toBeGreaterThan(25);
    for (const each of stops) each.abort();
    await sending;
    const [pace] = await writeDb.select().from(linePace).where(eq(linePace.numberId, home.line.id));
    expect(pace?.nextAt.getTime()).toBeLessThan(Date.now() + 1000);
  });
});
