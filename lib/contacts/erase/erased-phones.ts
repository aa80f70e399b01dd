import { createHmac } from "node:crypto";
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { consentEvents, erasedPhones, optOuts } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { ERASED_BEFORE } from "../../messages/consent";
import { erasureKey, erasureKeyMade, keysOf } from "./erasure-key";

type Customer = { accountId: string; phone: string };

const hmacOf = (key: Buffer, phone: string) => createHmac("sha256", key).update(phone).digest();

/** Once more somebody is erased: a stop that held before holds on. */
export async function rememberErased(
  tx: WriteTx,
  accountId: string,
  erased: readonly { phone: string; hadOptedOut: boolean }[],
): Promise<void> {
  const key = await erasureKeyMade(tx, accountId);
  const rows = erased.map(({ phone, hadOptedOut }) => ({ accountId, phoneHmac: hmacOf(key, phone), hadOptedOut }));
  await tx
    .insert(erasedPhones)
    .values(rows)
    .onConflictDoUpdate({
      target: [erasedPhones.accountId, erasedPhones.phoneHmac],
      set: { hadOptedOut: sql`${erasedPhones.hadOptedOut} or excluded.had_opted_out`, erasedAt: sql`now()` },
    });
}

/** A list that came before they were erased says that they had stopped texts. */
export async function rememberStopped(tx: WriteTx, accountId: string, phones: readonly string[]): Promise<void> {
  const key = phones.length > 0 ? await erasureKey(tx, accountId) : undefined;
  if (!key) return;
  const hmacs = phones.map((phone) => hmacOf(key, phone));
  await tx
    .update(erasedPhones)
    .set({ hadOptedOut: true })
    .where(and(eq(erasedPhones.accountId, accountId), inArray(erasedPhones.phoneHmac, hmacs)));
}

/** Those of these numbers that were erased, if given after a moment, and have not written since. */
export async function erasedAmong(
  tx: WriteTx,
  accountId: string,
  phones: readonly string[],
  after?: Date,
): Promise<string[]> {
  const key = phones.length > 0 ? await erasureKey(tx, accountId) : undefined;
  return key ? erasedBy(tx, key, { accountId, phones, after }) : [];
}

type Asked = { accountId: string; phones: readonly string[]; after?: Date | undefined };

async function erasedBy(tx: WriteTx, key: Buffer, { accountId, phones, after }: Asked) {
  const byHmac = new Map(phones.map((phone) => [hmacOf(key, phone).toString("hex"), phone]));
  const found = await tx.execute<{ hmac: string }>(sql`
    select encode(phone_hmac, 'hex') as hmac from erased_phones where account_id = ${accountId}::uuid
      and phone_hmac in (select decode(h, 'hex') from unnest(${sql.param([...byHmac.keys()])}::text[]) h)
      and erased_at > coalesce(${after?.toISOString() ?? null}::timestamptz, '-infinity')`);
  return found.flatMap(({ hmac }) => byHmac.get(hmac) ?? []);
}

/**
 * Asked wherever a number becomes a contact's, after it has: whose erasure was under way is seen then. They are opted out,
 * by number again, which is what sending asks.
 */
export async function keepErasedOut(tx: WriteTx, accountId: string, phones: readonly string[]): Promise<void> {
  await stop(tx, accountId, await erasedAmong(tx, accountId, phones));
}

async function stop(tx: WriteTx, accountId: string, phones: readonly string[]): Promise<void> {
  if (phones.length === 0) return;
  const stopped = await tx
    .insert(optOuts)
    .values(phones.toSorted().map((phone) => ({ accountId, phone, how: "erasure" as const })))
    .onConflictDoNothing()
    .returning({ phone: optOuts.phone });
  const said = { accountId, kind: "out" as const, source: ERASED_BEFORE };
  if (stopped.length > 0) await tx.insert(consentEvents).values(stopped.map(({ phone }) => ({ ...said, phone })));
}

type Heard = { customer: Customer; at: Date };

/** Of whose companies anybody was erased at all. One statement, asked once their contacts are held. */
export const erasureKeysOf = (tx: WriteTx, heard: readonly Heard[]) =>
  keysOf(tx, [...new Set(heard.map(({ customer }) => customer.accountId))]);

/**
 * They write by themselves, after they were erased: they may be answered, unless they had stopped texts before. An older
 * text that comes late changes nothing. Theirs is never lost, so a key that can't be read is told in the log alone.
 */
export async function hearErased(
  tx: WriteTx,
  heard: readonly Heard[],
  keys: Awaited<ReturnType<typeof erasureKeysOf>>,
): Promise<void> {
  for (const [accountId, key] of keys) {
    if (!key) continue;
    const theirs = heard.filter(({ customer }) => customer.accountId === accountId);
    const phones = theirs.map(({ customer }) => customer.phone);
    const erased = new Set(await erasedBy(tx, key, { accountId, phones }));
    for (const each of theirs) if (erased.has(each.customer.phone)) await hear(tx, key, each);
  }
}

async function hear(tx: WriteTx, key: Buffer, { customer, at }: Heard): Promise<void> {
  const { accountId, phone } = customer;
  const isTheirs = and(eq(erasedPhones.accountId, accountId), eq(erasedPhones.phoneHmac, hmacOf(key, phone)));
  const [heard] = await tx
    .delete(erasedPhones)
    .where(and(isTheirs, lte(erasedPhones.erasedAt, at)))
    .returning({ hadOptedOut: erasedPhones.hadOptedOut });
  if (!heard) return keepErasedOut(tx, accountId, [phone]);
  if (heard.hadOptedOut) return stop(tx, accountId, [phone]);
  const lifted = await tx
    .delete(optOuts)
    .where(and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone), eq(optOuts.how, "erasure")))
    .returning({ phone: optOuts.phone });
  if (lifted.length > 0) await tx.insert(consentEvents).values({ accountId, phone, kind: "cleared", source: "text" });
}
