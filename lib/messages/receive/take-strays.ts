import { and, asc, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db";
import { inboundSeen, inboundStrays, numbers } from "@/db/schema";
import { keepBooks } from "../../change";
import { keywordIn } from "../keywords";
import { obeyKeyword } from "./obey-keyword";
import { placeTexts } from "./place-texts";

const AT_ONCE = 100;

/** Answers nothing: the customer wrote a while ago. */
const SILENT = { answersKeywords: true };

/** As who may read them: where companies share a server, nobody knows whose they were. */
export const isAlone = sql`(select count(*) from (select from accounts limit 2) few) = 1`;

/** What came to a number before somebody added it goes into its threads, oldest first. */
export async function takeStrays(): Promise<void> {
  const found = await db
    .select({ id: inboundStrays.id })
    .from(inboundStrays)
    .innerJoin(numbers, eq(numbers.e164, inboundStrays.toPhone))
    .where(and(isAlone, ne(inboundStrays.fromPhone, "")))
    .orderBy(asc(inboundStrays.at), asc(inboundStrays.id))
    .limit(AT_ONCE);
  for (const { id } of found) await takeStray(id);
}

/** A stop holds, however late it is heard. What would begin texts again is for the newest words, not for these. */
const isStop = (body: string) => ["stop", "maybe"].includes(keywordIn(body) ?? "");

/** Of those that the carrier has told it is new once more; where its line is gone again it stays a stray. */
const takeStray = (strayId: string) =>
  keepBooks(async (tx) => {
    const [stray] = await tx.delete(inboundStrays).where(eq(inboundStrays.id, strayId)).returning();
    if (!stray) return;
    const { carrier: name, carrierId, fromPhone: from, toPhone: to, body, media, at } = stray;
    await tx.delete(inboundSeen).where(and(eq(inboundSeen.carrier, name), eq(inboundSeen.carrierId, carrierId)));
    const [placed] = await placeTexts(tx, [
      { carrier: { ...SILENT, name }, text: { carrierId, from, to, body, media, at } },
    ]);
    if (placed && isStop(body)) await obeyKeyword(tx, placed);
  });
