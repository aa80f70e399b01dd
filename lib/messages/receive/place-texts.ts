import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { WriteTx } from "@/db/write";
import type { Carrier, Inbound } from "../../carrier/carrier";
import { mediaKind } from "../../carrier/media/media-kind";
import { keepAtOnce } from "../../change";
import { sqlState } from "../../constraints";
import { erasureKeysOf, hearErased } from "../../contacts/erase/erased-phones";
import { byNumber, type Customer } from "../consent";

/** What a carrier brings. */
export type Told = { carrier: Pick<Carrier, "answersKeywords"> & { name: string }; text: Inbound };

/** In its thread. */
export type Placed = InThread & { customer: Customer };
type InThread = Told & { id: string; at: Date; conversationId: string; accountId: string; numberId: string };

/**
 * What customers wrote, each once, in its thread or among the strays; and what follows for whom their companies have erased.
 * Answered by who wrote, in the order in which what holds of them is taken, and what each wrote as it came.
 * `waited`: for so many milliseconds it has been here.
 */
export async function placeTexts(tx: WriteTx, told: readonly Told[], waited = 0): Promise<Placed[]> {
  const { rows, placed } = asRows(told, waited);
  const all = placed(await tx.execute<Row>(received(rows, false)))
    .map((each) => ({ ...each, customer: { accountId: each.accountId, phone: each.text.from } }))
    .toSorted((one, other) => byNumber(one.customer, other.customer));
  if (all.length === 0) return [];
  const keys = await erasureKeysOf(tx, all);
  for (const { accountId, text } of all) if (keys.has(accountId)) ofErasers.add(text.to);
  await hearErased(tx, all, keys);
  return all;
}

/** Lines of companies that have erased somebody, once a text has come to them: such a company stays one. */
const ofErasers = new Set<string>();

/** What the function says where there is one. */
const HAS_ERASED = "LE001";

/** The same, as a transaction of one statement: how many were new. Undefined where that can't be, and nothing was kept. */
export async function placeAtOnce(told: readonly Told[]): Promise<number | undefined> {
  if (told.some(({ text }) => ofErasers.has(text.to))) return undefined;
  const { rows } = asRows(told, 0);
  try {
    return (await keepAtOnce<Row>(received(rows, true))).length;
  } catch (error) {
    if (sqlState(error) !== HAS_ERASED) throw error;
    return undefined;
  }
}

const received = (rows: string, atOnce: boolean) => sql`select id, at, conversation_id as "conversationId",
  account_id as "accountId", number_id as "numberId" from receive_texts(${rows}::jsonb, ${sql.raw(String(atOnce))})`;

type Row = { id: string; at: string; conversationId: string; accountId: string; numberId: string };

/** As the function reads them, told twice or not; and what it answers, with what was told. */
function asRows(told: readonly Told[], waited: number) {
  const byName = new Map(told.map((one) => [`${one.carrier.name} ${one.text.carrierId}`, { ...one, id: v7() }]));
  const each = [...byName.values()];
  const byId = new Map(each.map((one) => [one.id, one]));
  return {
    rows: JSON.stringify(each.map((one, place) => ({ ...rowOf(one, place), waited }))),
    placed: (rows: readonly Row[]): InThread[] =>
      rows.flatMap((row) => {
        const one = byId.get(row.id);
        return one ? [{ ...one, ...row, at: new Date(row.at) }] : [];
      }),
  };
}

const rowOf = ({ carrier, text, id }: Told & { id: string }, place: number) => ({
  ...{ place, id, contact_id: v7(), thread_id: v7(), carrier: carrier.name, carrier_id: text.carrierId },
  ...{ from_phone: text.from, to_phone: text.to, line_phone: text.from === "" ? "" : text.to },
  ...{ body: text.body.toWellFormed(), preview: previewOf(text).toWellFormed() },
  ...{ media: text.media.length > 0 ? text.media : null, at: text.at?.toISOString() ?? null },
});

/** What conversations show of a text in their list: its words, else what hangs on it. */
const previewOf = ({ body, media }: Inbound) =>
  body.replace(/\s+/g, " ").trim().slice(0, 200) || media.map(({ type }) => mediaKind(type)?.word ?? "File").join(", ");
