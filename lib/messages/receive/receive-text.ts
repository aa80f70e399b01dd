import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { accounts, inboundSeen, inboundStrays, messages, numbers } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Carrier, Inbound } from "../../carrier/carrier";
import { keepBooks } from "../../change";
import { texts as metrics } from "../../metrics";
import { obeyKeyword } from "./obey-keyword";
import { type Line, placeText } from "./place-text";

type From = Pick<Carrier, "name" | "answersKeywords">;

/**
 * Takes a customer's text in, once however often it comes: into its thread, which is opened again, or among the strays
 * where its number is nobody's. Everything that follows from it is in the same transaction.
 */
export const receiveText = (carrier: From, text: Inbound): Promise<void> =>
  keepBooks(async (tx) => {
    const id = v7();
    const line = await lineOf(tx, text.to);
    const seen = { carrier: carrier.name, carrierId: text.carrierId, messageId: line ? id : null };
    const [fresh] = await tx
      .insert(inboundSeen)
      .values(seen)
      .onConflictDoNothing()
      .returning({ now: sql<Date>`now()`.mapWith(messages.at) });
    if (!fresh) return;
    const at = text.at ?? fresh.now;
    if (!line) return void (await keepStray(tx, carrier, text, at));
    const placed = await placeText(tx, line, { ...text, id, at });
    await obeyKeyword(tx, { carrier, line, ...placed });
    metrics.inc({ state: "received" });
  });

export async function lineOf(tx: WriteTx, e164: string): Promise<Line | undefined> {
  const { id, accountId } = numbers;
  const [line] = await tx
    .select({ id, accountId, company: accounts.name, companyPhone: accounts.phone, timeZone: accounts.timeZone })
    .from(numbers)
    .innerJoin(accounts, eq(accounts.id, numbers.accountId))
    .where(eq(numbers.e164, e164));
  return line;
}

const keepStray = (tx: WriteTx, { name }: From, { carrierId, from, to, body, media }: Inbound, at: Date) =>
  tx
    .insert(inboundStrays)
    .values({ carrier: name, carrierId, fromPhone: from, toPhone: to, body: body.replaceAll("\0", ""), media, at })
    .onConflictDoNothing();
