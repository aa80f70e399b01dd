import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, inboundStrays, numbers } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Carrier, Inbound } from "../../carrier/carrier";
import { inBatches } from "../../in-batches";
import { texts as metrics } from "../../metrics";
import { visible } from "../../text/invisible";
import { obeyKeyword } from "./obey-keyword";
import { type Line, placeTexts } from "./place-texts";

type From = Pick<Carrier, "name" | "answersKeywords">;
type Told = { carrier: From; text: Inbound };

/**
 * Takes a customer's text in, once however often it comes: into its thread, which is opened again, or among the strays
 * where its number is nobody's, or nobody wrote it. Everything that follows from it is in the same transaction.
 */
export const receiveText = (carrier: From, text: Inbound): Promise<void> =>
  receive({ carrier, text: { ...text, from: visible(text.from).trim() && text.from } });

const receive = inBatches<Told>({ work: receiveAll, keyOf: ({ text }) => `${text.from} ${text.to}` });

const nameOf = (carrier: string, carrierId: string) => `${carrier} ${carrierId}`;

/** Two servers take them in the same order: first the carrier's names, which let each through once. */
async function receiveAll(tx: WriteTx, told: readonly Told[]): Promise<void> {
  const byName = new Map(told.map((one) => [nameOf(one.carrier.name, one.text.carrierId), { ...one, id: v7() }]));
  const to = told.map(({ text }) => lineOf(text));
  const [lines, isFresh] = await Promise.all([linesOf(tx, to), seenFirst(tx, [...byName.values()])]);
  const fresh = [...byName].flatMap(([name, one]) => {
    const now = isFresh.get(name);
    return now ? [{ ...one, line: lines.get(lineOf(one.text)), at: one.text.at ?? now }] : [];
  });
  const strays = fresh.filter(({ line }) => !line);
  if (strays.length > 0) await keepStrays(tx, strays);
  const came = fresh.flatMap(({ line, text, ...one }) => (line ? [{ ...text, ...one, line }] : []));
  for (const placed of await placeTexts(tx, came)) await obeyKeyword(tx, placed);
  metrics.inc({ state: "received" }, came.length);
}

/** There is no conversation with nobody. */
const lineOf = ({ from, to }: Inbound) => (from === "" ? "" : to);

type Named = Told & { id: string };

/** Those that nobody has taken in before, and when that is, by the database's clock. */
async function seenFirst(tx: WriteTx, named: readonly Named[]): Promise<Map<string, Date>> {
  const rows = named.map(({ carrier, text, id }) => ({
    ...{ carrier: carrier.name, carrier_id: text.carrierId, to_phone: lineOf(text), id },
  }));
  const fresh = await tx.execute<{ carrier: string; carrierId: string; now: string }>(sql`
    insert into inbound_seen (carrier, carrier_id, message_id)
      select carrier, carrier_id, case when exists (select from numbers where e164 = to_phone) then id end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(carrier text, carrier_id text, to_phone text, id uuid)
      order by carrier collate "C", carrier_id collate "C"
    on conflict do nothing returning carrier, carrier_id as "carrierId", now()::timestamptz(3)`);
  return new Map(fresh.map((row) => [nameOf(row.carrier, row.carrierId), new Date(row.now)]));
}

/** By their numbers. */
export async function linesOf(tx: WriteTx, to: readonly string[]): Promise<Map<string, Line>> {
  const { id, accountId, e164 } = numbers;
  const found = await tx
    .select({ e164, id, accountId, company: accounts.name, companyPhone: accounts.phone, timeZone: accounts.timeZone })
    .from(numbers)
    .innerJoin(accounts, eq(accounts.id, numbers.accountId))
    .where(sql`${numbers.e164} = any(${sql.param([...new Set(to)])}::text[])`);
  return new Map(found.map(({ e164, ...line }) => [e164, line]));
}

const keepStrays = (tx: WriteTx, strays: readonly (Told & { at: Date })[]) =>
  tx
    .insert(inboundStrays)
    .values(
      strays.map(({ carrier, text: { carrierId, from, to, body, media }, at }) => ({
        ...{ carrier: carrier.name, carrierId, fromPhone: from, toPhone: to, media, at },
        body: body.replaceAll("\0", ""),
      })),
    )
    .onConflictDoNothing();
