import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inboundSeen, inboundStrays, messages, optOuts } from "@/db/schema";
import { writeDb } from "@/db/write";
import { AddNumber, addNumber } from "@/lib/numbers/add";
import { makeCompany, onceKey, viewerOf } from "@/tests/support/cast";
import { receiveText } from "./receive-text";
import { takeStrays } from "./take-strays";

const company = await makeCompany();
const twilio = { name: "twilio", answersKeywords: true } as const;
const photo = { url: "https://api.twilio.com/photo", type: "image/png" };

let made = 0;
const came = (to: string, body: string, minutesAgo: number) =>
  receiveText(twilio, {
    ...{ carrierId: `SMstray${made++}`, from: "+12025550166", to, body, media: [photo] },
    at: new Date(Date.now() - minutesAgo * 60_000),
  });

const add = async (number: string, who = company.ana) =>
  addNumber(await viewerOf(who), AddNumber({ country: "US" }).parse({ number, label: "Found", once: onceKey() }));

const said = (numberId: string) =>
  writeDb.select().from(messages).where(eq(messages.numberId, numberId)).orderBy(messages.seq);

const left = (to: string) => writeDb.select().from(inboundStrays).where(eq(inboundStrays.toPhone, to));

test("what came before its number was added is in the thread once it is: in order, with both times, once", async () => {
  const to = "+14155550170";
  await came(to, "second", 30);
  await came(to, "first", 90);
  await came("+14155550171", "to another", 5);
  await takeStrays();
  expect(await left(to)).toHaveLength(2);
  const { id } = await add(to);
  await Promise.all([takeStrays(), takeStrays()]);
  const found = await said(id);
  expect(found.map(({ body }) => body)).toEqual(["first", "second"]);
  for (const each of found) expect(each).toMatchObject({ direction: "in", media: [photo], shownAt: expect.any(Date) });
  expect([(await left(to)).length, (await left("+14155550171")).length]).toEqual([0, 1]);
  const seen = await writeDb
    .select()
    .from(inboundSeen)
    .where(eq(inboundSeen.messageId, found[0]?.id ?? ""));
  expect(seen).toMatchObject([{ carrierId: "SMstray1" }]);
});

test("a stop among them holds; what begins texts again does not", async () => {
  const to = "+14155550172";
  await came(to, "STOP", 60);
  await came(to, "START", 30);
  const { id } = await add(to);
  await takeStrays();
  expect((await said(id)).map(({ body, direction }) => [body, direction])).toEqual([
    ["STOP", "in"],
    ["START", "in"],
  ]);
  expect(await writeDb.select().from(optOuts).where(eq(optOuts.accountId, company.accountId))).toHaveLength(1);
});

test("where companies share a server they are nobody's", async () => {
  const other = await makeCompany();
  const to = "+14155550173";
  await came(to, "whose?", 5);
  const { id } = await add(to, other.ana);
  await takeStrays();
  expect(await said(id)).toEqual([]);
  expect(await left(to)).toHaveLength(1);
});
