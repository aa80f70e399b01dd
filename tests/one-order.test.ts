import { type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, test } from "vitest";
import { writeDb } from "@/db/write";
import { stopCampaign } from "@/lib/campaigns/hold";
import { runCampaigns } from "@/lib/campaigns/send/run-campaigns";
import { eraseContact } from "@/lib/contacts/erase/erase";
import { OptOutContacts, optOutContacts } from "@/lib/contacts/opt-out";
import { disableMember } from "@/lib/members/disable";
import { optOut } from "@/lib/messages/consent";
import { receiveText } from "@/lib/messages/receive/receive-text";
import { hearState } from "@/lib/messages/record-state";
import { claimTexts } from "@/lib/messages/send/claim-texts";
import { begin, held, makeContactGroup, makeDraft } from "@/tests/support/carrier/campaigns";
import { somePhone } from "@/tests/support/carrier/subscriptions";
import { makeLine, queueReply, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, viewerOf } from "@/tests/support/cast";
import { takesInOrder } from "@/tests/support/meet";
import { makeTalk } from "@/tests/support/talk";

const { company, line, e164 } = await textingTests();
const { accountId } = company;

type Two = [string, string];
const inOrder = (one: string, other: string): Two => (one < other ? [one, other] : [other, one]);
const each = ([one, other]: Two, row: (id: string) => SQL): [SQL, SQL] => [row(one), row(other)];

const say = (from: string, body: string, to = e164) =>
  receiveText({ name: "twilio", answersKeywords: true }, { carrierId: v7(), from, to, body, media: [], at: null });

/** Two numbers that a list has stopped: who has the second one is a contact for longer. */
async function twoStopped() {
  const phones = inOrder(somePhone(), somePhone());
  for (const phone of phones.toReversed()) {
    await say(phone, "Hello");
    await writeDb.transaction((tx) => optOut(tx, { accountId, phone }, { how: "import", source: "import list.csv" }));
  }
  return phones;
}

const stopOf = (phone: string) => sql`from opt_outs where account_id = ${accountId}::uuid and phone = ${phone}`;
const idOf = (phone: string) =>
  sql`(select id from contacts where account_id = ${accountId}::uuid and phone = ${phone})`;

/** It stands behind the others in the table and in each index that has this column. */
const moveBehind = (table: string, column: string, id: SQL) =>
  writeDb.execute(sql`update ${sql.raw(table)} set ${sql.raw(column)} = now() + interval '1 hour' where ${id}`);

describe("what several want at the same moment is taken in one order", () => {
  test("by the stops of two customers, whoever is heard first", async () => {
    const phones = await twoStopped();
    // What comes while the first is written down is written down together.
    await takesInOrder(each(phones, stopOf), () =>
      Promise.all([somePhone(), ...phones.toReversed()].map((phone) => say(phone, "STOP"))),
    );
  });

  test("by what the carrier says of two who have stopped", async () => {
    const phones = await twoStopped();
    const texts: string[] = [];
    for (const phone of [somePhone(), ...phones]) texts.push(await queueReply({ company, line }, phone));
    const refused = { carrierId: null, state: "failed", code: 21610 } as const;
    await takesInOrder(each(phones, stopOf), () =>
      Promise.all(texts.map((messageId) => hearState({ messageId, ...refused }))),
    );
  });

  test("by who opts two people out by hand", async () => {
    const phones = await twoStopped();
    const ana = await viewerOf(company.ana);
    const found = await writeDb.execute<{ id: string }>(
      sql`select id from contacts where id in (${sql.join(phones.map(idOf), sql`, `)})`,
    );
    const form = OptOutContacts.parse({ contact: found.map(({ id }) => id), once: onceKey() });
    await takesInOrder(each(phones, stopOf), () => optOutContacts(ana, form));
  });

  test("by who stops a campaign", async () => {
    const ben = await company.endUser({ lines: [line] });
    const group = await makeContactGroup(accountId, [{}, {}]);
    const id = await makeDraft({ by: ben, line, group });
    await begin(id, ben);
    await runCampaigns();
    const queued = await writeDb.execute<{ id: string }>(
      sql`select message_id as id from texts where campaign_id = ${id}::uuid`,
    );
    const [one, other] = queued.map(({ id }) => id);
    const ids = inOrder(one ?? "", other ?? "");
    await moveBehind("texts", "next_at", sql`message_id = ${ids[0]}::uuid`);
    const wayOf = (id: string) => sql`from texts where message_id = ${id}::uuid`;
    const stop = await held(id, ben);
    await takesInOrder(each(ids, wayOf), () => stopCampaign(...stop));
  });

  test("by a claim of texts, whose lines the carrier may want to pause", async () => {
    const lines = await Promise.all(Array.from({ length: 8 }, () => makeLine(company)));
    for (const each of lines) await queueReply(each, somePhone());
    const [first = "", ...others] = lines.map(({ line }) => line.id).sort();
    await writeDb.execute(sql`insert into line_pace (number_id, account_id) select id, account_id from numbers
      on conflict do nothing`);
    await writeDb.execute(sql`delete from texts where number_id <> all(${sql.param([first, ...others])}::uuid[])`);
    await takesInOrder(
      [
        sql`from line_pace where number_id = ${first}::uuid`,
        sql`from line_pace where number_id = any(${sql.param(others)}::uuid[])`,
      ],
      () => claimTexts(50),
    );
  });

  test("by a disable, whose claims somebody may write to", async () => {
    const ben = await company.endUser({ lines: [line] });
    const [one, other] = [await makeTalk({ line, claimedBy: ben }), await makeTalk({ line, claimedBy: ben })];
    await moveBehind("conversations", "last_message_at", sql`id = ${one.id}::uuid`);
    const threadOf = (id: string) => sql`from conversations where id = ${id}::uuid`;
    const ana = await viewerOf(company.ana);
    await takesInOrder(each([one.id, other.id], threadOf), () =>
      disableMember(ana, { memberId: ben.memberId, once: onceKey() }),
    );
  });

  test("by who erases somebody who writes to two lines", async () => {
    const lines = [await makeLine(company), await makeLine(company)].toSorted((one, other) =>
      one.line.id < other.line.id ? -1 : 1,
    );
    const phone = somePhone();
    for (const { e164 } of lines.toReversed()) await say(phone, "Hello", e164);
    const [found] = await writeDb.execute<{ id: string }>(sql`select ${idOf(phone)} as id`);
    const contactId = found?.id ?? "";
    const ana = await viewerOf(company.ana);
    const threadOn = ({ line }: (typeof lines)[number]) =>
      sql`from conversations where contact_id = ${contactId}::uuid and number_id = ${line.id}::uuid`;
    const [one, other] = lines;
    if (!one || !other) throw new Error("two lines");
    await takesInOrder([threadOn(one), threadOn(other)], () => eraseContact(ana, { contactId, once: onceKey() }));
  });
});
