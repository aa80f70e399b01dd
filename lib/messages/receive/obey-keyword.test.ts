import { and, eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { APP, queueReply, textingTests } from "@/tests/support/carrier/texting";
import { signed } from "@/tests/support/carrier/twilio";
import { inboundWebhook } from "../../web/api/inbound-webhook";
import { receiveText } from "./receive-text";

const { carrier: _, ...home } = await textingTests();
const { accountId } = home.company;

let made = 0;
const hear = (from: string, body: string) =>
  receiveText(
    { name: "twilio", answersKeywords: true },
    { carrierId: `SMobey${made++}`, from, to: home.e164, body, media: [], at: null },
  );

const stops = (phone: string) =>
  writeDb.$count(optOuts, and(eq(optOuts.phone, phone), eq(optOuts.accountId, accountId)));

/** Whether who has stopped gets texts again, once we wrote this and they answered that. */
async function comesBack(ours: string, theirs: string): Promise<boolean> {
  const phone = `+1202557${1000 + made++}`;
  await hear(phone, "STOP");
  await queueReply(home, phone, ours);
  await hear(phone, theirs);
  return (await stops(phone)) === 0;
}

describe("who has stopped", () => {
  it.each([
    ["Cedar: Reply YES to get these texts.", "yes"],
    ["Do you want our texts again? Answer yes, please.", "Yes!"],
    ["Want texts again? Text “Yes” and you get them.", "YES."],
  ])("comes back by YES to what asks for it: %j, %j", async (ours, theirs) =>
    expect(await comesBack(ours, theirs)).toBe(true),
  );

  it.each([
    ["Yes, we're open until 5", "Yes"],
    ["Yes, we're open until 5", "Yes, thank you"],
    ["If yes, come at nine", "yes"],
  ])("stays out where nothing asked for it: %j, %j", async (ours, theirs) =>
    expect(await comesBack(ours, theirs)).toBe(false),
  );

  it.each(["Y", "Yes, thank you", "Sí", "Oui, merci", "yes yes"])(
    "stays out by words that lift no carrier's block: %j",
    async (theirs) => expect(await comesBack("Cedar: Reply YES to get these texts.", theirs)).toBe(false),
  );
});

describe("a word that the company has given the carrier for it", () => {
  let sid = 0;
  async function posted(From: string, Body: string, OptOutType: string) {
    const fields = { MessageSid: `SMword${sid++}`, From, To: home.e164, Body, OptOutType };
    const { payload, signature } = signed(`${APP}/api/webhooks/twilio`, fields);
    const headers = { "x-twilio-signature": signature };
    expect((await inboundWebhook({ url: "/api/webhooks/twilio", headers, body: payload })).status).toBe(200);
    return stops(From);
  }

  test("stops texts, and begins them again: the carrier says so", async () => {
    const phone = `+1202557${1000 + made++}`;
    expect(await posted(phone, "ENOUGH", "STOP")).toBe(1);
    expect(await posted(phone, "When do you open?", "")).toBe(1);
    expect(await posted(phone, "BACK", "START")).toBe(0);
    expect(await posted(phone, "When do you open?", "")).toBe(0);
    expect(await posted(phone, "HOURS", "HELP")).toBe(0);
  });

  test("takes nothing from what their words say to us, but for a stop", async () => {
    const phone = `+1202557${1000 + made++}`;
    expect(await posted(phone, "YES", "STOP")).toBe(1);
    // Nothing has asked for it, so it may answer anything.
    expect(await posted(phone, "yes", "START")).toBe(1);
  });
});
