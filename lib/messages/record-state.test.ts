import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test, vi } from "vitest";
import { contacts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { simulated } from "@/lib/carrier/simulated";
import { idList } from "@/lib/id-list";
import { APP, messageOf, passTime, queueReply, textingTests, wayOf } from "@/tests/support/carrier/texting";
import { signed } from "@/tests/support/carrier/twilio";
import { statusWebhook } from "../web/api/status-webhook";
import { recordState } from "./record-state";
import { drainTexts } from "./send/drain-texts";

const { carrier, ...home } = await textingTests();

let made = 0;
const somebody = () => `+1303557${String(1000 + made++)}`;

/** What has to wait for a line's pace has waited. */
async function drain() {
  for (let n = 0; n < 3; n++) {
    await passTime(5);
    await drainTexts();
  }
}

async function told(messageId: string, carrierId: string, MessageStatus: string, ErrorCode = "") {
  const url = `${APP}/api/webhooks/twilio/status?m=${messageId}`;
  const { payload, signature } = signed(url, { MessageSid: carrierId, MessageStatus, ...(ErrorCode && { ErrorCode }) });
  const asked = { url: url.slice(APP.length), headers: { "x-twilio-signature": signature }, body: payload };
  return (await statusWebhook(asked)).status;
}

describe("news", () => {
  test("in all orders ends alike", async () => {
    const all = ["queued", "sending", "sent", "delivered"];
    for (const order of permutations(all)) {
      const id = await queueReply(home, somebody());
      for (const status of order) expect(await told(id, `SM${id.replaceAll("-", "")}`, status)).toBe(200);
      expect([order, (await messageOf(id)).state, await wayOf(id)]).toEqual([order, "delivered", undefined]);
    }
  });

  test("that comes at once ends alike, too, in few commits", async () => {
    const orders = permutations(["queued", "sending", "sent", "delivered"]);
    const ids = await Promise.all(orders.map(() => queueReply(home, somebody())));
    const news = ids.flatMap((id, at) => (orders[at] ?? []).map((status) => ({ id, status })));
    await Promise.all(news.map(({ id, status }) => told(id, `SM${id.replaceAll("-", "")}`, status)));
    for (const id of ids) expect([(await messageOf(id)).state, await wayOf(id)]).toEqual(["delivered", undefined]);
    const [found] = await writeDb.execute<{ commits: number }>(
      sql`select count(distinct xmin::text)::int as commits from messages where id = any(${idList(ids)})`,
    );
    expect(found?.commits).toBeLessThanOrEqual(3);
  });

  test("of a number that gets no texts, and then of one that arrived there, leaves it open", async () => {
    const to = somebody();
    const [one, two] = [await queueReply(home, to), await queueReply(home, to)];
    const unreachable = async () =>
      (await writeDb.select().from(contacts).where(eq(contacts.phone, to))).map((each) => each.unreachableAt !== null);
    await Promise.all([
      told(one, "SMfirst", "sent"),
      told(one, "SMfirst", "undelivered", "30005"),
      told(two, "SMsecond", "sent"),
    ]);
    expect(await unreachable()).toEqual([true]);
    const three = await queueReply(home, to);
    await Promise.all([
      ...[told(three, "SMthird", "sent"), told(three, "SMthird", "undelivered", "30005")],
      told(two, "SMsecond", "delivered"),
    ]);
    expect(await unreachable()).toEqual([false]);
  });

  test("of another text than the carrier's, of nobody's, or twice, changes nothing", async () => {
    const id = await queueReply(home, somebody());
    expect(await told(id, "SMone", "undelivered", "30003")).toBe(200);
    expect(await told(id, "SMtwo", "delivered")).toBe(200);
    expect(await told(id, "SMone", "sent")).toBe(200);
    expect(await told(v7(), "SMthree", "delivered")).toBe(200);
    expect(await told("nonsense", "SMthree", "delivered")).toBe(200);
    expect(await messageOf(id)).toMatchObject({ state: "undelivered", errorCode: 30003, carrierId: "SMone" });
  });

  test("that nobody brings is asked for after a silence", async () => {
    const to = somebody();
    const id = await queueReply(home, to);
    await drain();
    const [taken] = carrier.sentTo(to);
    if (taken) Object.assign(taken, { status: "undelivered", error_code: 30007 });
    await drain();
    expect((await messageOf(id)).state).toBe("handed");
    await passTime(300);
    await drain();
    expect(await messageOf(id)).toMatchObject({ state: "undelivered", errorCode: 30007 });
  });
});

test("the simulated carrier tells by the clock how far a text is", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const states = async (to: string) => {
    const handed = await simulated.hand({ id: v7(), from: home.e164, to, body: "x" });
    if (handed.kind !== "accepted") return handed;
    const found = [];
    for (const ms of [0, 1100, 1500]) {
      vi.setSystemTime(Date.now() + ms);
      const { state, code } = await simulated.ask(handed.carrierId);
      found.push(code ? `${state} ${code}` : state);
    }
    return found;
  };
  expect(await states(somebody())).toEqual(["handed", "sent", "delivered"]);
  expect(await states("+15005550003")).toEqual(["handed", "sent", "undelivered 30003"]);
  expect(await states("+15005550007")).toEqual(["handed", "sent", "undelivered 30007"]);
  expect(await states("+15005550008")).toEqual(["handed", "sent", "sent"]);
  expect(await states("+15005550001")).toMatchObject({ kind: "refused", code: 21211 });
  vi.useRealTimers();
});

test("a message that came in has no state to change", async () => {
  expect(await recordState({ messageId: v7(), carrierId: "SM", state: "sent", code: null })).toBe(false);
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((first, at) => permutations(all.filter((_, n) => n !== at)).map((rest) => [first, ...rest]));
}
