import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { contacts, linePace } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeLine, messageOf, passTime, queueReply, textingTests, wayOf } from "@/tests/support/carrier/texting";
import { viewerOf } from "@/tests/support/cast";
import { reasonOf } from "../../carrier/codes";
import { waitingLines } from "../../conversations/waiting-lines";
import { catchUp } from "../receive/catch-up";
import { claimTexts } from "./claim-texts";
import { drainTexts } from "./drain-texts";
import { settleText } from "./settle-text";
import { pauseAll } from "./trouble";

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

test("what the carrier refuses of us is said of every line until it takes something again, and what it refuses of a text of none", async () => {
  const other = await makeLine(home.company);
  const user = await viewerOf(await home.company.endUser({ lines: [home.line, other.line] }));
  const waiting = async () => (await waitingLines(user)).length;
  const [one, two] = [await queueReply(home, somebody()), await queueReply(other, somebody())];
  carrier.failWhen(({ method }) => (method === "POST" ? { status: 401, code: 20003 } : undefined));
  await drain();
  expect(await waiting()).toBe(2);
  await passTime(50);
  expect(await waiting()).toBe(2);
  carrier.failWhen(() => undefined);
  await passTime(60);
  await drain();
  expect([(await messageOf(one)).state, (await messageOf(two)).state]).toEqual(["handed", "handed"]);
  expect(await waiting()).toBe(0);

  carrier.failNext({ status: 401, code: 20003 });
  await queueReply(home, somebody());
  await drain();
  expect(await waiting()).toBe(2);
  await catchUp();
  await passTime(100);
  expect(await waiting()).toBe(0);
  await drain();

  const [bad, html, good] = [await queueReply(home, somebody()), await queueReply(home, somebody()), somebody()];
  carrier.failNext(
    { status: 400, says: '{"message":"Invalid request"}' },
    { status: 400, says: "<h1>Bad Request</h1>" },
  );
  await queueReply(other, good);
  await drainTexts();
  expect(await waiting()).toBe(0);
  await drain();
  expect(await messageOf(bad)).toMatchObject({ state: "failed", errorCode: null });
  expect([(await messageOf(html)).state, carrier.sentTo(good).length]).toEqual(["handed", 1]);
});

test("a text that the carrier calls by another's name is left to a person: it has it, and which one nobody can tell", async () => {
  const [one, two] = [somebody(), somebody()];
  const first = await queueReply(home, one);
  await drain();
  const sid = (await messageOf(first)).carrierId ?? "";
  const second = await queueReply(home, two);
  carrier.failNext({ sid });
  await drain();
  expect((await wayOf(second))?.parkedAt).toEqual(expect.any(Date));
  for (const wait of [700, 60, 60]) {
    await passTime(wait);
    await drain();
  }
  expect([carrier.sentTo(one).length, carrier.sentTo(two).length]).toEqual([1, 1]);
});

test("a number's full queue holds up its own line alone, whatever HTTP says beside it", async () => {
  const other = await makeLine(home.company);
  for (const status of [400, 429]) {
    const [full, free] = [somebody(), somebody()];
    const id = await queueReply(home, full);
    await passTime(600);
    carrier.failNext({ status, code: 21611, retryAfter: 30 });
    await drainTexts();
    await queueReply(other, free);
    await drainTexts();
    expect([(await messageOf(id)).state, carrier.sentTo(free).length]).toEqual(["queued", 1]);
    const next = await queueReply(home, somebody());
    await passTime(5);
    await drainTexts();
    expect((await messageOf(next)).state).toBe("queued");
    await passTime(60);
    await drain();
    expect([(await messageOf(id)).state, (await messageOf(next)).state]).toEqual(["handed", "handed"]);
  }
});

test("a customer whom the line can't reach ends that text alone, and the line goes on", async () => {
  const user = await viewerOf(await home.company.endUser({ lines: [home.line] }));
  const [far, near] = [somebody(), somebody()];
  const [lost, good] = [await queueReply(home, far), await queueReply(home, near)];
  carrier.failWhen(({ fields }) => (fields.get("To") === far ? { status: 400, code: 21612 } : undefined));
  await drain();
  carrier.failWhen(() => undefined);
  expect(await messageOf(lost)).toMatchObject({ state: "failed", errorCode: 21612 });
  expect((await messageOf(good)).state).toBe("handed");
  expect(await waitingLines(user)).toEqual([]);
  expect(reasonOf(21612)).toBe("This line can't text this number.");
  const [contact] = await writeDb.select().from(contacts).where(eq(contacts.phone, far));
  expect(contact?.unreachableAt).toBeNull();
});

test("a line that is held for itself does not begin before the carrier wants any line again", async () => {
  for (const why of [{ full: true }, { denied: "line" }] as const) {
    await queueReply(home, somebody());
    await passTime(700);
    const [text] = await claimTexts(1);
    if (!text) throw new Error("not claimed");
    await pauseAll({ seconds: 300, denied: null });
    await settleText(text, { kind: "later", error: "", after: 10, ...why });
    const [pace] = await writeDb.select().from(linePace).where(eq(linePace.numberId, text.numberId));
    expect(pace?.nextAt.getTime()).toBeGreaterThan(Date.now() + 200_000);
  }
});
