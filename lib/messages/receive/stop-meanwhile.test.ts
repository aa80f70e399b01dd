import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import { contacts, conversations, optOuts, subscriptionAsks } from "@/db/schema";
import { writeDb } from "@/db/write";
import { makeSubscriptionLink, somePhone } from "@/tests/support/carrier/subscriptions";
import { makeLine } from "@/tests/support/carrier/texting";
import { onceKey, visitor } from "@/tests/support/cast";
import { meanwhile, waitingFor } from "@/tests/support/meet";
import { AskToJoin, askToJoin } from "../../subscriptions/ask";
import { optOut } from "../consent";
import { receiveText } from "./receive-text";

const twilio = { name: "twilio", answersKeywords: true } as const;

const said = (from: string, to: string, body: string) => ({ carrierId: v7(), from, to, body, media: [], at: null });

const isStopped = async (accountId: string, phone: string) =>
  (await writeDb.$count(optOuts, and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone)))) > 0;

test("a stop that is heard while a YES joins a subscription holds", async () => {
  const { company, line, e164 } = await makeLine();
  const { accountId, ana } = company;
  await writeDb.execute(sql`insert into line_access (account_id, member_id, number_id)
    values (${accountId}, ${ana.memberId}, ${line.id})`);
  const { token } = await makeSubscriptionLink({ by: ana, line });
  const phone = somePhone();
  await askToJoin(visitor(), AskToJoin.parse({ token, phone, once: onceKey() }));
  const [heard] = await meanwhile(
    async (tx) => {
      await tx.select().from(subscriptionAsks).where(eq(subscriptionAsks.phone, phone)).for("update");
      await optOut(tx, { accountId, phone }, { how: "keyword", source: "text" });
    },
    () => receiveText(twilio, said(phone, e164, "YES")),
  );
  expect(heard).toMatchObject({ status: "fulfilled" });
  expect(await isStopped(accountId, phone)).toBe(true);
});

/** What comes to it waits for nothing of ours. */
async function anotherServer() {
  vi.resetModules();
  return (await import("./receive-text")).receiveText;
}

test("a START that waits for its thread takes back no STOP to another line that came after it", async () => {
  const { company, e164: first } = await makeLine();
  const { e164: second } = await makeLine(company);
  const { accountId } = company;
  const phone = somePhone();
  await receiveText(twilio, said(phone, first, "Hello"));
  const other = await anotherServer();
  const { start } = await writeDb.transaction(async (tx) => {
    const theirs = sql`${conversations.contactId} in (select ${contacts.id} from ${contacts} where ${contacts.phone} = ${phone})`;
    await tx.select().from(conversations).where(theirs).for("update");
    const start = receiveText(twilio, said(phone, first, "START"));
    while ((await waitingFor(tx)).length === 0) await sleep(5);
    await other(twilio, said(phone, second, "STOP"));
    const stoppedAt = new Date();
    // It is given up with all that came just then, and tried by itself: what is tried anew has begun later.
    while (!(await waitingFor(tx)).some(({ begun }) => begun >= stoppedAt)) await sleep(20);
    return { start };
  });
  await start;
  expect(await isStopped(accountId, phone)).toBe(true);
});
