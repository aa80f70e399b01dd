import { and, desc, eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import {
  consentEvents,
  contacts,
  conversations,
  messages,
  numbers,
  optOuts,
  subscriptionAsks,
  texts,
} from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeSubscriptionLink, phonesIn, WORDING } from "@/tests/support/carrier/subscriptions";
import { makeLine, passTime, queueReply, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, viewerOf, visitor } from "@/tests/support/cast";
import { makeTalk } from "@/tests/support/talk";
import { contactsQuery } from "../contacts/contacts-query";
import { listContacts } from "../contacts/list";
import { receiveText } from "../messages/receive/receive-text";
import { drainTexts } from "../messages/send/drain-texts";
import { AskToJoin, askToJoin } from "./ask";
import { closeSubscriptionLink } from "./close";
import { listSubscriptionLinks } from "./list";
import { subscriptionsQuery } from "./subscriptions-query";

const { carrier, company, line, e164 } = await textingTests();
const { accountId, ana } = company;
await writeDb.execute(sql`insert into line_access (account_id, member_id, number_id)
  values (${accountId}, ${ana.memberId}, ${line.id})`);

let made = 0;
const somebody = () => `+1202557${String(1000 + made++)}`;
const linkOf = () => makeSubscriptionLink({ by: ana, line });

const ask = ({ token }: { token: string }, phone: string, from = visitor()) =>
  askToJoin(from, AskToJoin.parse({ token, phone, once: onceKey() }));

const simulated = { name: "simulated", answersKeywords: false } as const;
const twilio = { name: "twilio", answersKeywords: true } as const;
const hear = (from: string, body: string, by: Parameters<typeof receiveText>[0] = simulated, to = e164) =>
  receiveText(by, { carrierId: `T${made++}x${performance.now()}`, from, to, body, media: [], at: null });

/** What has been written to them, newest first; of the carrier's hands nothing is asked. */
const writtenTo = async (phone: string) =>
  (
    await writeDb
      .select({ body: messages.body })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .innerJoin(contacts, eq(contacts.id, conversations.contactId))
      .where(and(eq(contacts.phone, phone), eq(contacts.accountId, accountId), eq(messages.direction, "out")))
      .orderBy(desc(messages.seq))
  ).map(({ body }) => body);

const consentOf = (phone: string) =>
  writeDb.select().from(consentEvents).where(eq(consentEvents.phone, phone)).orderBy(consentEvents.id);

const isStopped = async (phone: string) =>
  (await writeDb.select().from(optOuts).where(eq(optOuts.phone, phone))).length > 0;

const close = async (link: { id: string }) =>
  closeSubscriptionLink(await viewerOf(ana), { linkId: link.id, once: onceKey() });

const rowOf = async ({ id }: { id: string }) =>
  (await listSubscriptionLinks(await viewerOf(ana), subscriptionsQuery({}))).rows.find((row) => row.id === id);

describe("a subscription link", () => {
  test("asks by text, and who answers YES is in the group with the wording kept as what they agreed to", async () => {
    const link = await linkOf();
    const phone = somebody();
    await ask(link, `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`);
    const [text, ...others] = await writtenTo(phone);
    expect(others).toEqual([]);
    for (const words of [company.name, WORDING, "Reply YES", "HELP", "STOP"]) expect(text).toContain(words);
    await passTime(60);
    await drainTexts();
    expect(carrier.sentTo(phone).map(({ body }) => body)).toEqual([text]);
    expect(await phonesIn(link.group)).toEqual([]);
    expect(await consentOf(phone)).toEqual([]);

    await hear(phone, "Yes!");
    expect(await phonesIn(link.group)).toEqual([phone]);
    expect(await consentOf(phone)).toMatchObject([
      { kind: "in", source: "subscription link", words: "Yes!", shownText: WORDING, numberId: line.id },
    ]);
    expect((await writtenTo(phone))[0]).toMatch(/^You get texts from .* now\. Reply HELP for help, STOP to opt out\.$/);
    expect(await rowOf(link)).toMatchObject({ joined: 1, closedAt: null, wording: WORDING });

    await hear(phone, "YES");
    expect([await phonesIn(link.group), (await consentOf(phone)).length]).toEqual([[phone], 1]);
  });

  test("shows in no list of contacts whom somebody has typed, until they answer", async () => {
    const link = await linkOf();
    const phone = somebody();
    const listed = async () => {
      const { rows } = await listContacts(await viewerOf(ana), contactsQuery({ search: phone }));
      return rows.map((row) => row.phone);
    };
    await ask(link, phone);
    expect(await listed()).toEqual([]);
    await hear(phone, "yes");
    expect(await listed()).toEqual([phone]);
  });

  test("leaves alone who is a contact already", async () => {
    const link = await linkOf();
    const phone = somebody();
    await makeTalk({ line, phone, name: "Olive Grant" });
    await ask(link, phone);
    await hear(phone, "si");
    expect(await phonesIn(link.group)).toEqual([phone]);
    const [contact] = await writeDb.select().from(contacts).where(eq(contacts.phone, phone));
    expect(contact).toMatchObject({ name: "Olive Grant", deletedAt: null });
  });

  test("takes a yes for an answer to our last text alone", async () => {
    const link = await linkOf();
    const phone = somebody();
    await ask(link, phone);
    await queueReply({ company, line }, phone, "Shall we say Tuesday?");
    await hear(phone, "yes");
    expect([await phonesIn(link.group), await consentOf(phone)]).toEqual([[], []]);
    const never = somebody();
    await hear(never, "yes");
    expect([await phonesIn(link.group), await consentOf(never)]).toEqual([[], []]);
  });

  test("takes a yes for an answer to it where what we wrote after it never came to them", async () => {
    const link = await linkOf();
    const [later, failed] = [somebody(), somebody()];
    for (const phone of [later, failed]) await ask(link, phone);
    const lateId = await queueReply({ company, line }, later, "Shall we say Tuesday?");
    const sendAt = sql`now() + interval '1 day'`;
    await writeDb.update(texts).set({ sendAt }).where(eq(texts.messageId, lateId));
    const failedId = await queueReply({ company, line }, failed, "Shall we say Tuesday?");
    await writeDb.update(messages).set({ state: "undelivered" }).where(eq(messages.id, failedId));
    await hear(later, "yes");
    await hear(failed, "Sí, por favor");
    expect(await phonesIn(link.group)).toEqual([later, failed]);
  });

  test("takes no yes after a week", async () => {
    const link = await linkOf();
    const phone = somebody();
    await ask(link, phone);
    await writeDb
      .update(subscriptionAsks)
      .set({ askedAt: sql`now() - interval '8 days'` })
      .where(eq(subscriptionAsks.phone, phone));
    await hear(phone, "yes");
    expect(await phonesIn(link.group)).toEqual([]);
  });

  test("texts nobody who has opted out, and lets nobody in who has since", async () => {
    const link = await linkOf();
    const phone = somebody();
    await hear(phone, "STOP");
    await ask(link, phone);
    expect(await writtenTo(phone)).toEqual([expect.stringContaining("You are unsubscribed")]);

    const other = somebody();
    await ask(link, other);
    await hear(other, "please stop texting me", twilio);
    await hear(other, "yes", twilio);
    expect(await phonesIn(link.group)).toEqual([]);
  });

  test("closed, it asks nobody any more, and no answer counts", async () => {
    const link = await linkOf();
    const [asked, late] = [somebody(), somebody()];
    await ask(link, asked);
    await close(link);
    await expect(ask(link, late)).rejects.toThrow("This link is closed.");
    expect(await writtenTo(late)).toEqual([]);
    await hear(asked, "yes");
    expect([await phonesIn(link.group), await consentOf(asked)]).toEqual([[], []]);
    const { closedAt } = (await rowOf(link)) ?? {};
    await close(link);
    expect((await rowOf(link))?.closedAt).toEqual(closedAt);
  });

  test("is closed while its line is out of service, and what is no link says so", async () => {
    const { line: own, e164: its } = await makeLine(company);
    await writeDb.execute(sql`insert into line_access (account_id, member_id, number_id)
      values (${accountId}, ${ana.memberId}, ${own.id})`);
    const link = await makeSubscriptionLink({ by: ana, line: own });
    const asked = somebody();
    await ask(link, asked);
    await writeDb.update(numbers).set({ disabledAt: new Date() }).where(eq(numbers.id, own.id));
    await expect(ask(link, somebody())).rejects.toThrow("This link is closed.");
    await hear(asked, "yes", simulated, its);
    expect([await phonesIn(link.group), await consentOf(asked)]).toEqual([[], []]);
    await expect(ask({ token: "nobodys" }, somebody())).rejects.toThrow("This link doesn't work.");
  });

  test("says what is wrong with a number", async () => {
    const link = await linkOf();
    for (const phone of ["12", "4.41E+11", "(202) 555-0188 ext. 2"])
      await expect(ask(link, phone), phone).rejects.toMatchObject({ field: "phone" });
  });
});

describe("asking", () => {
  test("is the same for a number that is new, known, in the group, opted out or asked too often", async () => {
    const link = await linkOf();
    const [known, joined, stopped, often] = [somebody(), somebody(), somebody(), somebody()];
    await makeTalk({ line, phone: known });
    await ask(link, joined);
    await hear(joined, "yes");
    await hear(stopped, "STOP");
    for (let n = 0; n < 3; n++) await ask(link, often);
    for (const phone of [somebody(), known, joined, stopped, often]) expect(await ask(link, phone)).toBeUndefined();
    expect(await isStopped(stopped)).toBe(true);
  });

  test("is done three times an hour for one number, whoever asks and by whichever link", async () => {
    const [one, other] = [await linkOf(), await linkOf()];
    const phone = somebody();
    const told = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
    for (const link of [one, other, one, other, one]) await ask(link, phone);
    const lines = told.mock.calls
      .map(([text]) => String(text))
      .filter((text) => text.includes("subscription.throttled"));
    told.mockRestore();
    expect(await writtenTo(phone)).toHaveLength(3);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"by":"number"');
    expect(lines.join()).not.toContain(phone.slice(2));
  });

  test("is done thirty times an hour from one address", async () => {
    const link = await linkOf();
    const from = visitor();
    const phones = Array.from({ length: 31 }, somebody);
    for (let at = 0; at < phones.length; at += 10)
      await Promise.all(phones.slice(at, at + 10).map((phone) => ask(link, phone, from)));
    const asked = await Promise.all(phones.map(writtenTo));
    expect(asked.flat()).toHaveLength(30);
  });

  test("sent twice by one form is one text", async () => {
    const link = await linkOf();
    const phone = somebody();
    const form = AskToJoin.parse({ token: link.token, phone, once: onceKey() });
    await Promise.all([askToJoin(visitor(), form), askToJoin(visitor(), form)]);
    expect(await writtenTo(phone)).toHaveLength(1);
  });
});
