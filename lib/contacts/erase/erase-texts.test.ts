import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { type WriteTx, writeDb } from "@/db/write";
import { freezeNext } from "@/lib/campaigns/send/freeze";
import { queueNext } from "@/lib/campaigns/send/queue-next";
import { getConversation } from "@/lib/conversations/get";
import { optedOutWords } from "@/lib/conversations/send-text";
import { recordState } from "@/lib/messages/record-state";
import { drainTexts } from "@/lib/messages/send/drain-texts";
import { AskToJoin, askToJoin } from "@/lib/subscriptions/ask";
import { begin, makeContactGroup, makeDraft, recipientsOf } from "@/tests/support/carrier/campaigns";
import { makeSubscriptionLink, somePhone } from "@/tests/support/carrier/subscriptions";
import { messageOf, passTime, queueReply, textingTests } from "@/tests/support/carrier/texting";
import { onceKey, viewerOf, visitor } from "@/tests/support/cast";
import { meanwhile, waitingFor } from "@/tests/support/meet";
import { eraseContact } from "./erase";

const { carrier, company, line } = await textingTests();
const { accountId, ana } = company;
await writeDb.execute(sql`insert into line_access (account_id, member_id, number_id)
  values (${accountId}, ${ana.memberId}, ${line.id})`);

const contactIdOf = async (phone: string) =>
  (
    await writeDb.execute<{ id: string }>(
      sql`select id from contacts where account_id = ${accountId} and phone = ${phone}`,
    )
  )[0]?.id ?? "";
const erase = async (contactId: string) => eraseContact(await viewerOf(ana), { contactId, once: onceKey() });

async function drain() {
  await passTime(60);
  await drainTexts();
}

test("what waits to leave to who is erased is refused", async () => {
  const phone = somePhone();
  const id = await queueReply({ company, line }, phone, "Your table is ready");
  await erase(await contactIdOf(phone));
  await drain();
  expect(carrier.sentTo(phone)).toEqual([]);
  const message = await messageOf(id);
  expect(message).toMatchObject({ body: "Erased", state: "failed", errorCode: 21610 });
  const conversation = await getConversation(await viewerOf(ana), message?.conversationId ?? "");
  expect(conversation && optedOutWords(conversation)).toBe("This contact was erased: they get no texts.");
});

test("a campaign that reaches for them at the same moment sends nothing, and counts them", async () => {
  const group = await makeContactGroup(accountId, [{ firstName: "Nora" }, { firstName: "Olive" }]);
  const id = await makeDraft({ by: ana, line, group }, { message: "Hello {first name|there}" });
  await begin(id, ana);
  while (await freezeNext()) {}
  const [nora, olive] = group.people;
  const [erased, queued] = await meanwhile<unknown>(
    (tx) => tx.execute(sql`lock table conversations in share mode`),
    () => erase(nora?.id ?? ""),
    queueNext,
  );
  expect([erased?.status, queued?.status]).toEqual(["fulfilled", "fulfilled"]);
  while (await queueNext()) {}
  await drain();
  await drain();
  expect([carrier.sentTo(nora?.phone ?? ""), carrier.sentTo(olive?.phone ?? "")]).toEqual([
    [],
    [expect.objectContaining({ body: "Hello Olive" })],
  ]);
  const recipients = await recipientsOf(id);
  expect(recipients.map(({ phone }) => phone.replace(/ \w+$/, ""))).toEqual([olive?.phone, "Erased"]);
  expect(recipients.some(({ state }) => ["waiting", "queued"].includes(state))).toBe(false);
  const left = await writeDb.execute(sql`select to_phone from texts where to_phone = ${nora?.phone ?? ""}`);
  expect([...left]).toEqual([]);
});

test("an opt-out that the carrier tells of at the same moment ends without an error, and leaves no number", async () => {
  const phone = somePhone();
  const messageId = await queueReply({ company, line }, phone, "Your table is ready");
  const contactId = await contactIdOf(phone);
  // Both want the contact, and the erasure comes first: it has the contact then, and the other one the text.
  const holding: WriteTx[] = [];
  const ended = await meanwhile<unknown>(
    (tx) => {
      holding.push(tx);
      return tx.execute(sql`select from contacts where id = ${contactId} for update`);
    },
    () => erase(contactId),
    async () => {
      for (const tx of holding)
        await vi.waitFor(async () => expect(await waitingFor(tx)).toHaveLength(1), { timeout: 10_000 });
      return recordState({ messageId, carrierId: null, state: "failed", code: 21610 });
    },
  );
  expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  expect(await messageOf(messageId)).toMatchObject({ body: "Erased", state: "failed", errorCode: 21610 });
  for (const table of ["opt_outs", "consent_events", "contacts"]) {
    const left = await writeDb.execute(sql`select from ${sql.raw(table)} where phone = ${phone}`);
    expect([table, left.length]).toEqual([table, 0]);
  }
});

test("a page that asks to join texts nobody who was erased, and keeps nothing", async () => {
  const link = await makeSubscriptionLink({ by: ana, line });
  const phone = somePhone();
  await queueReply({ company, line }, phone);
  await erase(await contactIdOf(phone));
  await askToJoin(visitor(), AskToJoin.parse({ token: link.token, phone, once: onceKey() }));
  await drain();
  expect(carrier.sentTo(phone)).toEqual([]);
  expect(await contactIdOf(phone)).toBe("");
});
