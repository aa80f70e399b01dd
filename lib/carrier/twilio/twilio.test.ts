import { type AddressInfo, createServer } from "node:net";
import { v7 } from "uuid";
import { afterAll, beforeEach, describe, expect, it, test } from "vitest";
import { ACCOUNT_SID, AUTH_TOKEN, signed, startFakeTwilio } from "@/tests/support/carrier/twilio";
import { provide } from "../../env";
import { twilioClient } from "./client";
import { readInbound, readStatus } from "./read-webhook";
import { twilio } from "./twilio";

const server = await startFakeTwilio();
const settings = { TWILIO_ACCOUNT_SID: ACCOUNT_SID, TWILIO_AUTH_TOKEN: AUTH_TOKEN };
provide({ ...settings, TWILIO_BASE_URL: server.url, APP_URL: "https://lineup.example" });
afterAll(() => server.close());
beforeEach(() => {
  server.texts.length = 0;
});

const line = "+12025550123";
const customer = "+12025550199";
const aText = (body = "Hello") => ({ id: v7(), from: line, to: customer, body });

describe("handing a text over to Twilio", () => {
  test("says where it wants to be told what became of it", async () => {
    const text = aText("Grüße 🙂\nzwei");
    expect(await twilio.hand(text)).toEqual({
      kind: "accepted",
      carrierId: server.texts[0]?.sid,
      state: "handed",
      code: null,
    });
    expect(server.texts).toMatchObject([
      {
        from: line,
        to: customer,
        body: text.body,
        callback: `https://lineup.example/api/webhooks/twilio/status?m=${text.id}`,
      },
    ]);
  });

  it.each([
    [
      { status: 400, code: 21211 },
      { kind: "refused", code: 21211 },
    ],
    [
      { status: 400, code: 21610 },
      { kind: "refused", code: 21610 },
    ],
    [
      { status: 400, code: 21606 },
      { kind: "later", denied: "line" },
    ],
    // The same told more exactly, since 2024: no number of the carrier's, not of this account, or one that can't text.
    ...[21659, 21660, 21661].map(
      (code) =>
        [
          { status: 400, code },
          { kind: "later", denied: "line", code },
        ] as const,
    ),
    [
      { status: 401, code: 20003 },
      { kind: "later", denied: "all", busy: true },
    ],
    [{ status: 404 }, { kind: "later", denied: "all" }],
    [
      { status: 429, code: 20429, retryAfter: 7 },
      { kind: "later", busy: true, after: 7 },
    ],
    // A proxy on the way says it by a date.
    [
      { status: 429, code: 20429, retryAfter: "Fri, 31 Dec 2100 23:59:59 GMT" },
      { kind: "later", busy: true, after: 3600 },
    ],
    // Others who speak it write numbers as texts.
    [
      { status: 400, code: "21211" },
      { kind: "refused", code: 21211 },
    ],
    [
      { status: 400, code: 21611 },
      { kind: "later", full: true, after: 10 },
    ],
    [
      { status: 429, code: 21611, retryAfter: 7 },
      { kind: "later", full: true, after: 7 },
    ],
    // The line or the country, and the customer's number beside it.
    [
      { status: 400, code: 21612 },
      { kind: "refused", code: 21612 },
    ],
    // No word of whom it is about: not of everybody.
    [
      { status: 400, says: '{"message":"Invalid request"}' },
      { kind: "refused", code: null },
    ],
    [
      { status: 400, says: "<h1>400 Bad Request</h1>" },
      { kind: "later", error: "400: no reason given" },
    ],
    // Others put what is wrong with a text under another number of HTTP.
    [
      { status: 422, code: 21211 },
      { kind: "refused", code: 21211 },
    ],
    [
      { status: 403, code: 21610 },
      { kind: "refused", code: 21610 },
    ],
    // Of the account, whatever the number.
    [
      { status: 401, code: 90010 },
      { kind: "later", denied: "all" },
    ],
    [
      { status: 403, code: 30002 },
      { kind: "later", denied: "all" },
    ],
    [
      { status: 403, says: "<h1>Forbidden</h1>" },
      { kind: "later", denied: "all" },
    ],
    [
      { status: 302, says: "" },
      { kind: "later", denied: "all" },
    ],
    [{ status: 201, says: "" }, { kind: "unclear" }],
    [{ status: 200, says: "<h1>Welcome</h1>" }, { kind: "unclear" }],
    [{ status: 201, says: "null" }, { kind: "unclear" }],
    [{ status: 201, says: '{"sid":12,"status":"queued"}' }, { kind: "unclear" }],
    [
      { status: 429, says: "<h1>Slow down</h1>" },
      { kind: "later", busy: true },
    ],
    [{ status: 503, says: "<h1>Unavailable</h1>" }, { kind: "unclear" }],
    [{ status: 500 }, { kind: "unclear" }],
    [{ status: 503, code: 20503 }, { kind: "unclear" }],
    [{ cut: true }, { kind: "unclear" }],
  ] as const)("%j is %j", async (failure, verdict) => {
    server.failNext(failure);
    const handed = await twilio.hand(aText());
    expect(handed).toMatchObject(verdict);
    if (!("denied" in verdict || "busy" in verdict)) expect(handed).not.toHaveProperty("busy");
  });

  test("what has not been sent yet is found behind all that has, whenever that was made", async () => {
    const yesterday = new Date(Date.now() - 86_400_000);
    server.comesIn({ from: line, to: customer, body: "an old one", at: yesterday });
    server.failNext({ cut: true });
    const text = aText("still in the queue");
    await twilio.hand(text);
    const [taken] = server.sentTo(customer);
    expect(taken?.date_sent).toBeNull();
    expect(await twilio.find(text, new Date())).toEqual([{ carrierId: taken?.sid, state: "handed", code: null }]);
  });

  test("whether more than it can list is in vain nobody can tell", async () => {
    for (let n = 0; n < 5100; n++) server.comesIn({ from: line, to: customer, body: `${n}` });
    await expect(twilio.find(aText("never sent"), new Date())).rejects.toThrow("too many texts");
  });

  it.each(["speaks no TLS", "hangs up at once"])("where the server %s a text has not left, and waits", async (how) => {
    const deaf = createServer((socket) => {
      socket.on("error", () => {});
      if (how === "hangs up at once") socket.destroy();
      else socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    await new Promise<void>((ready) => deaf.listen(0, "127.0.0.1", ready));
    const { port } = deaf.address() as AddressInfo;
    const client = await twilioClient();
    client.api.baseUrl = `https://127.0.0.1:${port}`;
    const handed = await twilio.hand(aText()).finally(() => {
      client.api.baseUrl = server.url;
      deaf.close();
    });
    expect(handed).toMatchObject({ kind: "later" });
  });

  test("what it has taken without an answer is found by its words, also behind a page of others", async () => {
    const began = new Date();
    server.failNext({ cut: true });
    const text = aText("the lost one");
    expect(await twilio.hand(text)).toMatchObject({ kind: "unclear" });
    for (let n = 0; n < 130; n++) server.comesIn({ from: line, to: customer, body: `${n}` });
    expect(await twilio.find(text, began)).toEqual([
      { carrierId: server.sentTo(customer)[0]?.sid, state: "handed", code: null },
    ]);
    expect(await twilio.find(aText("never sent"), began)).toEqual([]);
    expect(await twilio.find(text, new Date(Date.now() + 1_200_000))).toEqual([]);
  });
});

test("what came in since a moment is asked for number by number, oldest first", async () => {
  const [early, late] = [new Date(Date.now() - 60_000), new Date(Date.now() - 30_000)];
  server.comesIn({ from: customer, to: line, body: "second", at: late });
  server.comesIn({ from: customer, to: line, body: "first", at: early });
  server.comesIn({ from: customer, to: line, body: "long ago", at: new Date(Date.now() - 9_000_000) });
  const found = await twilio.since(new Date(Date.now() - 120_000), [line]);
  expect(found.map(({ body }) => body)).toEqual(["first", "second"]);
  expect(found[0]?.at?.getTime()).toBe(Math.floor(early.getTime() / 1000) * 1000);
});

test("a picture that came in meanwhile is where it can be fetched, and one that is gone holds up nothing", async () => {
  const { sid } = server.comesIn({ from: customer, to: line, body: "See", media: ["image/jpeg"] });
  server.comesIn({ from: customer, to: line, body: "And?", num_media: "1" });
  const found = await twilio.since(new Date(Date.now() - 120_000), [line]);
  const at = `${server.url}/2010-04-01/Accounts/${ACCOUNT_SID}/Messages/${sid}/Media/ME0`;
  expect(found.map(({ body, media }) => [body, media])).toEqual([
    ["See", [{ url: at, type: "image/jpeg" }]],
    ["And?", []],
  ]);
});

test("what came in within one second stays in its order", async () => {
  const at = new Date(Date.now() - 30_000);
  for (const body of ["one", "two", "three"]) server.comesIn({ from: customer, to: line, body, at });
  const found = await twilio.since(new Date(Date.now() - 120_000), [line]);
  expect(found.map(({ body }) => body)).toEqual(["one", "two", "three"]);
});

test("its numbers are known", async () => {
  server.numbers.push({ phone_number: line, sms_url: "https://elsewhere.example/sms" });
  expect(await twilio.numbers()).toEqual([{ e164: line, webhook: "https://elsewhere.example/sms", canText: true }]);
});

describe("what Twilio posts", () => {
  const url = "https://lineup.example/api/webhooks/twilio";
  const fields = { MessageSid: "SM1", From: customer, To: line, Body: "Hi\0 there", NumMedia: "1" };

  test("is read where the signature holds over the public address and every field", () => {
    const media = { MediaUrl0: "https://api.twilio.com/m/1", MediaContentType0: "image/jpeg", Unheard: "of" };
    expect(readInbound(signed(url, { ...fields, ...media }))).toEqual({
      ...{ carrierId: "SM1", from: customer, to: line, body: "Hi there", at: null, heard: undefined },
      media: [{ url: "https://api.twilio.com/m/1", type: "image/jpeg" }],
    });
    const status = signed(`${url}/status?m=1`, { MessageSid: "SM1", MessageStatus: "undelivered", ErrorCode: "30003" });
    expect(readStatus(status)).toEqual({ carrierId: "SM1", state: "undelivered", code: 30003 });
  });

  it.each([
    ["another address", { ...signed(url, fields), url: `${url}?x=1` }],
    ["another field", { ...signed(url, fields), payload: `${signed(url, fields).payload}&x=1` }],
    ["no signature", { ...signed(url, fields), signature: "" }],
    ["another token", signed(url, fields, "another")],
    ["another account", signed(url, { ...fields, AccountSid: "AC2" })],
  ])("is refused for %s", (_, forged) => expect(readInbound(forged)).toBeUndefined());
});
