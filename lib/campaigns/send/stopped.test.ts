import { afterEach, describe, expect, test } from "vitest";
import { begin, held, makeContactGroup, makeDraft, recipientsOf } from "@/tests/support/carrier/campaigns";
import { makeLine, messageOf, passTime, textingTests, wayOf } from "@/tests/support/carrier/texting";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { sendParked } from "../../conversations/parked/send-parked";
import { claimTexts } from "../../messages/send/claim-texts";
import { drainTexts } from "../../messages/send/drain-texts";
import { settleText } from "../../messages/send/settle-text";
import { pauseCampaign, stopCampaign } from "../hold";
import { runCampaigns } from "./run-campaigns";

const { carrier, company } = await textingTests();

afterEach(() => carrier.failWhen(() => undefined));

/** A campaign to one person on a line of its own, whose text waits for the carrier. */
async function campaignToOne() {
  const { line } = await makeLine(company);
  const ben = await company.endUser({ name: "Ben Ortiz", lines: [line] });
  const group = await makeContactGroup(company.accountId, [{}]);
  const again = async () => {
    const id = await makeDraft({ by: ben, line, group });
    await begin(id, ben);
    await runCampaigns();
    return id;
  };
  const id = await again();
  const recipient = async () => (await recipientsOf(id))[0];
  const first = await recipient();
  return { id, ben, again, recipient, messageId: first?.messageId ?? "", phone: first?.phone ?? "" };
}

/** What is asked of the carrier's list, twice and far enough apart. */
async function findOut() {
  for (const seconds of [21, 60, 5]) {
    await passTime(seconds);
    await drainTexts();
  }
}

describe("a text of a campaign that was stopped, whose end nobody knew then,", () => {
  test("is found on the carrier's list, and stands as sent in the report", async () => {
    const { id, ben, recipient, messageId, phone } = await campaignToOne();
    carrier.failNext({ cut: true });
    await drainTexts();
    await stopCampaign(...(await held(id, ben)));
    await findOut();
    expect(await messageOf(messageId)).toMatchObject({ state: "handed", carrierId: carrier.sentTo(phone)[0]?.sid });
    expect(await recipient()).toMatchObject({ state: "sent", sentAt: expect.any(Date) });
    expect(carrier.sentTo(phone)).toHaveLength(1);
  });

  test("is called off where the carrier surely has not got it", async () => {
    const { id, ben, recipient, messageId, phone } = await campaignToOne();
    carrier.failNext({ status: 500 });
    await drainTexts();
    await stopCampaign(...(await held(id, ben)));
    await findOut();
    expect(carrier.sentTo(phone)).toEqual([]);
    expect([(await messageOf(messageId)).state, (await recipient())?.state]).toEqual(["called off", "left"]);
    expect(await wayOf(messageId)).toBeUndefined();
  });

  test("is called off, too, where the carrier answers late that it should come again", async () => {
    const { id, ben, recipient, messageId } = await campaignToOne();
    const [inHand] = (await claimTexts(50)).filter((text) => text.id === messageId);
    if (!inHand) throw new Error("not claimed");
    await stopCampaign(...(await held(id, ben)));
    await settleText(inHand, { kind: "later", error: "" });
    expect([(await messageOf(messageId)).state, (await recipient())?.state]).toEqual(["called off", "left"]);
    expect(await wayOf(messageId)).toBeUndefined();
  });

  test("and of which no list can tell is a person's to leave, never to send", async () => {
    const { id, ben, messageId, phone } = await campaignToOne();
    carrier.failWhen(({ fields }) => (fields.get("To") === phone ? { status: 500 } : undefined));
    await drainTexts();
    await stopCampaign(...(await held(id, ben)));
    await passTime(3700);
    await drainTexts();
    expect((await wayOf(messageId))?.parkedAt).toEqual(expect.any(Date));
    const { conversationId } = await messageOf(messageId);
    const again = sendParked(await viewerOf(ben), { conversationId, messageId, once: onceKey() });
    await expect(again).rejects.toThrow("Its campaign has been stopped.");
  });
});

test("one that is paused is found out about, and holds up nobody else's campaign", async () => {
  const { id, ben, again, recipient, messageId, phone } = await campaignToOne();
  carrier.failNext({ status: 500 });
  await drainTexts();
  await pauseCampaign(...(await held(id, ben)));
  await findOut();
  expect(await wayOf(messageId)).toMatchObject({ unknownSince: null });
  expect((await recipient())?.state).toBe("queued");
  await again();
  await passTime(5);
  await drainTexts();
  expect(carrier.sentTo(phone)).toHaveLength(1);
  expect((await messageOf(messageId)).state).toBe("queued");
});
