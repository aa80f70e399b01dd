import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test, vi } from "vitest";
import { groups, lineAccess, members, messages, numbers } from "@/db/schema";
import { writeDb } from "@/db/write";
import { logOut } from "@/lib/auth/log-out";
import { claimConversation } from "@/lib/conversations/claim";
import { disableMember } from "@/lib/members/disable";
import { comesIn } from "@/tests/support/carrier/comes-in";
import { makeCompany, onceKey, type Person, viewerOf } from "@/tests/support/cast";
import { sessionCookieOf } from "@/tests/support/login";
import { seen, serving } from "@/tests/support/run/serving";
import { openStream } from "@/tests/support/run/stream";
import { makeTalk } from "@/tests/support/talk";
import { liveStreams } from "./live-stream";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

const company = await makeCompany();
const [line, otherLine] = [await company.number(), await company.number()];

async function portal(how: { most?: number } = {}) {
  const live = liveStreams({ https: false, ...how });
  const { port } = await serving(seen, { live: live.answer });
  const streamOf = async (person: Person) => {
    const { name, value } = await sessionCookieOf(person);
    return openStream(port, `${name}=${value}`);
  };
  return { live, port, streamOf };
}

const textFrom = (phone: string, to = line.e164) => comesIn(phone, to, "What a customer wrote");

describe("an open page", () => {
  // First: while a process only begins to listen, its streams are told that all may be anew, and no thread by name.
  test("is told of a thread by name as soon as its process listens", async () => {
    const { streamOf } = await portal();
    const stream = await streamOf(await company.endUser({ lines: [line] }));
    const { phone, id } = await makeTalk({ line });
    const isTold = async () => {
      await textFrom(phone);
      expect(JSON.stringify(stream.heard)).toContain(id);
    };
    await vi.waitFor(isTold, { timeout: 60_000, interval: 500 });
  });

  test("hears of a text that comes in, of what colleagues do, and how far its own texts are: by id, without a word", async () => {
    const { streamOf } = await portal();
    const [ben, cara] = [await company.endUser({ lines: [line] }), await company.endUser({ lines: [line] })];
    const talk = await makeTalk({ line, lines: ["Hello", "> Hi"] });
    const stream = await streamOf(ben);
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    });
    await stream.until("anew");
    await textFrom(talk.phone);
    expect(await stream.until("changed", talk.id)).toBe(talk.id);
    await claimConversation(await viewerOf(cara), { conversationId: talk.id, once: onceKey() });
    await stream.until("changed", talk.id);
    await writeDb
      .update(messages)
      .set({ state: "undelivered" })
      .where(and(eq(messages.conversationId, talk.id), eq(messages.direction, "out")));
    await stream.until("changed", talk.id);
  });

  test("hears nothing of lines that are others', nor of other companies", async () => {
    const { streamOf } = await portal();
    const stream = await streamOf(await company.endUser({ lines: [line] }));
    await stream.until("anew");
    const elsewhere = await makeCompany();
    const theirs = await makeTalk({ line: await elsewhere.number() });
    const other = await makeTalk({ line: otherLine });
    const own = await makeTalk({ line });
    await stream.until("changed", own.id);
    await textFrom(own.phone);
    await stream.until("changed", own.id);
    expect(JSON.stringify(stream.all)).toContain(own.id);
    expect(JSON.stringify(stream.all)).not.toContain(other.id);
    expect(JSON.stringify(stream.all)).not.toContain(theirs.id);
  });

  test("hears of a burst together", async () => {
    const { streamOf } = await portal();
    const stream = await streamOf(await company.endUser({ lines: [line] }));
    await stream.until("anew");
    const before = stream.heard.length;
    const talks = await Promise.all(Array.from({ length: 100 }, () => makeTalk({ line })));
    const last = await makeTalk({ line });
    await vi.waitFor(() => expect(JSON.stringify(stream.heard)).toMatch(new RegExp(`${last.id}|anew`)), 60_000);
    expect(talks).toHaveLength(100);
    expect(stream.heard.length - before).toBeLessThan(60);
  });
});

describe("rights that change", () => {
  test("a line that is taken away ends the stream, which names those that are left", async () => {
    const { streamOf } = await portal();
    const ben = await company.endUser({ lines: [line, otherLine] });
    const stream = await streamOf(ben);
    await stream.until("anew");
    await writeDb.update(members).set({ defaultNumberId: null }).where(eq(members.id, ben.memberId));
    await writeDb
      .delete(lineAccess)
      .where(and(eq(lineAccess.memberId, ben.memberId), eq(lineAccess.numberId, line.id)));
    expect(await stream.until("over")).toBe(otherLine.id);
    await stream.ended();
  });

  test("a line that moves out of the groups in which one reads ends it, too", async () => {
    const { streamOf } = await portal();
    const [west, east] = [await company.group("West"), await company.group("East")];
    const moving = await company.number({ groupId: west.id });
    const stream = await streamOf(await company.endUser({ groupId: west.id, lines: [moving] }));
    await stream.until("anew");
    await writeDb.update(numbers).set({ groupId: east.id }).where(eq(numbers.id, moving.id));
    expect(await stream.until("over")).toBe("-");
  });

  test("and a group that moves", async () => {
    const { streamOf } = await portal();
    const [north, south] = [await company.group("North"), await company.group("South")];
    const inner = await company.group("Inner", north.id);
    const moving = await company.number({ groupId: inner.id });
    const stream = await streamOf(await company.endUser({ groupId: north.id, lines: [moving] }));
    await stream.until("anew");
    await writeDb.update(groups).set({ parentId: south.id }).where(eq(groups.id, inner.id));
    expect(await stream.until("over")).toBe("-");
  });

  test("whoever is disabled, or logs out, is out", async () => {
    const { streamOf } = await portal();
    const ben = await company.endUser({ lines: [line] });
    const stream = await streamOf(ben);
    await stream.until("anew");
    await disableMember(await viewerOf(company.ana), { memberId: ben.memberId, once: onceKey() });
    await stream.until("out");
    await stream.ended();
    const cara = await company.endUser({ lines: [line] });
    const hers = await streamOf(cara);
    await hers.until("anew");
    const viewer = await viewerOf(cara);
    await logOut(viewer);
    await textFrom("+12025550111");
    await hers.until("changed");
    expect(hers.isOver()).toBe(false);
  });

  it.each(["", "lineup.session=forged"])("nobody hears anything with the cookie '%s'", async (cookie) => {
    const { port } = await portal();
    expect((await openStream(port, cookie)).status).toBe(401);
  });
});

describe("a process that holds no more streams", () => {
  test("gives whoever has fewer a place, for which the oldest of whoever has most ends; alone one may have all", async () => {
    const { streamOf } = await portal({ most: 3 });
    const [ben, cara] = [await company.endUser({ lines: [line] }), await company.endUser({ lines: [line] })];
    const [oldest, second, third] = [await streamOf(ben), await streamOf(ben), await streamOf(ben)];
    await third.until("anew");
    const more = await streamOf(ben);
    expect([more.status, more.headers["retry-after"]]).toEqual([503, "2"]);
    const hers = await streamOf(cara);
    await hers.until("anew");
    await oldest.ended();
    const talk = await makeTalk({ line });
    await textFrom(talk.phone);
    for (const each of [second, third, hers]) await each.until("changed");
    expect((await streamOf(cara)).status).toBe(503);
    hers.leave();
    await vi.waitFor(async () => expect((await streamOf(ben)).status).toBe(200), { timeout: 60_000 });
  });
});

test("a server that stops ends its streams, and takes no new ones", async () => {
  const { live, streamOf } = await portal();
  const ben = await company.endUser({ lines: [line] });
  const stream = await streamOf(ben);
  await stream.until("anew");
  live.end();
  await stream.ended();
  expect((await streamOf(ben)).status).toBe(503);
});

test("nothing is written to a page whose end is on its way to it, whatever comes in meanwhile", async () => {
  const other = await (await portal()).streamOf(await company.endUser({ lines: [line] }));
  await other.until("anew");
  const live = liveStreams({ https: false });
  const { name, value } = await sessionCookieOf(await company.endUser({ lines: [line] }));
  const req = Object.assign(new IncomingMessage(new Socket()), { method: "GET", url: "/api/live" });
  req.headers.cookie = `${name}=${value}`;
  // Without a way to its browser it never gets through.
  const res = new ServerResponse(req);
  const failed = vi.fn();
  res.on("error", failed);
  live.answer(req, res);
  await vi.waitFor(() => expect(res.headersSent).toBe(true), 60_000);
  live.end();
  const talk = await makeTalk({ line });
  await textFrom(talk.phone);
  await other.until("changed", talk.id);
  await textFrom(talk.phone);
  await other.until("changed", talk.id);
  expect(failed).not.toHaveBeenCalled();
});
