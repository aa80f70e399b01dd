import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { contacts, conversations, messages } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeLine } from "@/tests/support/carrier/texting";
import { meanwhile } from "@/tests/support/meet";
import { placeTexts } from "./place-texts";
import { receiveText } from "./receive-text";

const simulated = { name: "simulated", answersKeywords: false } as const;

let made = 0;
const somebody = () => `+1206557${String(1000 + made++)}`;

const thread = async (phone: string) => {
  const [row] = await writeDb
    .select({ conversation: conversations })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(eq(contacts.phone, phone));
  const id = row?.conversation.id ?? "";
  const said = await writeDb.select().from(messages).where(eq(messages.conversationId, id)).orderBy(messages.seq);
  return { ...row?.conversation, said };
};

/** In turn from each of them. */
const many = (to: string, count: number, people: readonly string[]) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ carrierId: v7(), from: people[n % people.length] ?? "", to, body: `text ${n}`, media: [], at: null },
  }));

/** What comes to it waits for nothing of ours. */
async function anotherServer() {
  vi.resetModules();
  return (await import("./receive-text")).receiveText;
}

const commitsOn = async (line: { id: string }) => {
  const [found] = await writeDb.execute<{ commits: number }>(
    sql`select count(distinct xmin::text)::int as commits from messages where number_id = ${line.id}`,
  );
  return found?.commits;
};

test("a text comes in with all that come just then: few commits, each thread in order, and a bad one alone is not taken", async () => {
  const { line, e164: to } = await makeLine();
  const people = Array.from({ length: 20 }, somebody);
  const coming = many(to, 200, people).map((text, n) => (n === 150 ? { ...text, at: new Date(Number.NaN) } : text));
  const answers = await Promise.allSettled(coming.map((text) => receiveText(simulated, text)));
  expect(answers.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([150]);
  for (const [at, phone] of people.entries()) {
    const { said, seq, inSeq, preview } = await thread(phone);
    const bodies = coming.flatMap(({ body }, n) => (n % 20 === at && n !== 150 ? [body] : []));
    expect(said.map(({ body }) => body)).toEqual(bodies);
    expect([seq, inSeq, preview]).toEqual([bodies.length, bodies.length, bodies.at(-1)]);
  }
  // The first, and each of those among which the bad one was.
  expect(await commitsOn(line)).toBeLessThan(120);
});

test("texts that two servers bring at once take them few commits, and neither waits for the other in vain", async () => {
  const { line, e164: to } = await makeLine();
  const second = await anotherServer();
  const people = Array.from({ length: 40 }, somebody);
  await Promise.all([
    ...many(to, 160, people).map((text) => receiveText(simulated, text)),
    ...many(to, 160, people.toReversed()).map((text) => second(simulated, text)),
  ]);
  for (const phone of people)
    expect((await thread(phone)).said.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await commitsOn(line)).toBeLessThanOrEqual(8);
});

test("texts that come one by one, but soon upon each other, share transactions", async () => {
  const { line, e164: to } = await makeLine();
  const began = performance.now();
  const coming: Promise<void>[] = [];
  for (const text of many(to, 60, [somebody()])) {
    coming.push(receiveText(simulated, text));
    await new Promise((next) => setTimeout(next, 3));
  }
  await Promise.all(coming);
  // One each 25 milliseconds at most, however long all that took.
  expect(await commitsOn(line)).toBeLessThanOrEqual((performance.now() - began) / 25 + 2);
});

test("whom another server makes a contact just then is held as everybody else", async () => {
  const { company, e164: to } = await makeLine();
  const { accountId } = company;
  const people = [somebody(), somebody()];
  const [known = "", added = ""] = people;
  await writeDb.insert(contacts).values({ accountId, phone: known });
  const told = many(to, 2, people).map((text) => ({ carrier: simulated, text }));
  const them = (phone: string) => and(eq(contacts.accountId, accountId), eq(contacts.phone, phone));
  const areFree = () =>
    writeDb
      .select({ phone: contacts.phone })
      .from(contacts)
      .where(eq(contacts.accountId, accountId))
      .for("no key update", { skipLocked: true });
  const [free] = await meanwhile(
    async (tx) => {
      await tx.select().from(contacts).where(them(known)).for("update");
      await tx.insert(contacts).values({ accountId, phone: added });
    },
    () => writeDb.transaction((tx) => placeTexts(tx, told).then(areFree)),
  );
  expect(free).toEqual({ status: "fulfilled", value: [] });
  expect((await thread(added)).said.map(({ body }) => body)).toEqual(["text 1"]);
});
