import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { linePace, webhookAsks } from "@/db/schema";
import { writeDb } from "@/db/write";
import { receiveText } from "@/lib/messages/receive/receive-text";
import { APP, makeLine, textingTests } from "@/tests/support/carrier/texting";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { actionsOn } from "@/tests/support/rows";
import { askForWebhook } from "./ask-for-webhook";
import { askNumbers } from "./ask-numbers";
import { numberAtCarrier, numbersInTrouble } from "./at-carrier";
import { setWebhooks } from "./set-webhooks";
import { listStrays } from "./strays";

const { carrier, company, line, e164 } = await textingTests();
const ana = await viewerOf(company.ana);
const seen = async (id = line.id) => numberAtCarrier(ana, id);
const ADDRESS = `${APP}/api/webhooks/twilio`;

beforeEach(() => {
  carrier.numbers.length = 0;
});

describe("a number at the carrier", () => {
  test("is unknown, set elsewhere, set here: as the carrier says, once it was asked", async () => {
    expect(await seen()).toMatchObject({ isTold: false, address: ADDRESS, perSecond: 1, wrong: [] });
    await askNumbers();
    expect((await seen())?.wrong).toEqual([expect.stringContaining("doesn't know this number")]);
    carrier.numbers.push({ phone_number: "+12025550100", sms_url: "" });
    await askNumbers();
    expect((await seen())?.wrong).toEqual([expect.stringContaining("doesn't know this number")]);
    carrier.numbers.push({ phone_number: e164, sms_url: "https://elsewhere.example/sms" });
    await askNumbers();
    expect(await seen()).toMatchObject({
      webhook: "https://elsewhere.example/sms",
      wrong: [expect.stringContaining("another address")],
    });
    carrier.numbers.splice(0, 2, { phone_number: e164, sms_url: ADDRESS });
    await askNumbers();
    expect(await seen()).toMatchObject({ webhook: ADDRESS, wrong: [] });
    expect(await numbersInTrouble(ana)).toEqual([]);
  });

  test("is set by the worker once somebody asks, and history tells who did", async () => {
    carrier.numbers.push({ phone_number: e164, sms_url: "" });
    await askNumbers();
    await askForWebhook(ana, { numberId: line.id, once: onceKey() });
    expect(await seen()).toMatchObject({ isAsked: true, webhook: null });
    await setWebhooks();
    expect(carrier.numbers).toMatchObject([{ phone_number: e164, sms_url: ADDRESS }]);
    expect(await seen()).toMatchObject({ isAsked: false, webhook: ADDRESS, wrong: [], error: null });
    expect(await actionsOn(line.id)).toEqual(["number.webhook-set"]);
  });

  test("that the carrier doesn't take says why, and is not asked for again by itself", async () => {
    const other = await makeLine(company);
    await askForWebhook(ana, { numberId: other.line.id, once: onceKey() });
    await setWebhooks();
    expect(await seen(other.line.id)).toMatchObject({ isAsked: false, error: "The carrier doesn't know this number." });
    const before = carrier.asked.length;
    await setWebhooks();
    expect(carrier.asked).toHaveLength(before);
    expect(await writeDb.select().from(webhookAsks).where(eq(webhookAsks.numberId, other.line.id))).toHaveLength(1);
  });

  test("that is at fault is named among the numbers, to those who see it", async () => {
    const other = await makeLine(company);
    await writeDb.insert(linePace).values({ numberId: other.line.id, accountId: company.accountId, trouble: 21606 });
    const trouble = await numbersInTrouble(ana);
    expect(trouble.find(({ id }) => id === other.line.id)?.wrong.join()).toContain("21606");
  });
});

test("a text to a number that is nobody's is shown to who adds numbers, whole where the server has one company", async () => {
  const stray = {
    carrierId: `stray-${onceKey()}`,
    from: "+12025550177",
    to: "+19995550001",
    body: "Hello?",
    media: [],
    at: null,
  };
  await receiveText({ name: "twilio", answersKeywords: true }, stray);
  const alone = (await listStrays(ana)).find(({ to }) => to === stray.to);
  expect(alone).toMatchObject({ from: stray.from, body: "Hello?" });
  expect(await listStrays(await viewerOf(await company.endUser()))).toEqual([]);
  const another = await makeCompany();
  const shared = (await listStrays(await viewerOf(another.ana))).find(({ to }) => to === stray.to);
  expect(shared).toMatchObject({ from: null, body: null });
});
