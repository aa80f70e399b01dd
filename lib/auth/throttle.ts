import { and, eq, gt, sql } from "drizzle-orm";
import { byKey } from "@/db/naming";
import { throttles } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { keepBooks } from "../change";
import { sha256 } from "../crypto";

export type Limit = { name: string; of: string; most: number; minutes: number };

const keyOf = (limit: Limit) => `${limit.name}:${sha256(limit.of).toString("base64url")}`;

/**
 * Takes one of the tries that a limit allows in its window; false when they are used up. One statement, so that of two
 * at the limit one passes; a refused try is not counted, so that waiting is never made longer by trying.
 */
export const takeTry = (limit: Limit): Promise<boolean> => keepBooks((tx) => takeTries(tx, limit, 1));

/** So many at once, all or none of them. */
export async function takeTries(tx: WriteTx, limit: Limit, count: number): Promise<boolean> {
  if (count > limit.most) return false;
  const taken = await byKey(
    tx
      .insert(throttles)
      .values({ key: keyOf(limit), used: count, resetsAt: sql`now() + make_interval(mins => ${limit.minutes})` })
      .onConflictDoUpdate({
        target: throttles.key,
        set: {
          used: sql`case when ${throttles.resetsAt} <= now() then excluded.used else ${throttles.used} + excluded.used end`,
          resetsAt: sql`case when ${throttles.resetsAt} <= now() then excluded.resets_at else ${throttles.resetsAt} end`,
        },
        setWhere: sql`${throttles.used} + excluded.used <= ${limit.most} or ${throttles.resetsAt} <= now()`,
      })
      .returning({ key: throttles.key }),
  );
  return taken.length === 1;
}

/** How many tries a limit still allows now. */
export async function triesLeft(tx: WriteTx, limit: Limit): Promise<number> {
  const [row] = await tx
    .select({ used: throttles.used })
    .from(throttles)
    .where(and(eq(throttles.key, keyOf(limit)), gt(throttles.resetsAt, sql`now()`)));
  return Math.max(0, limit.most - (row?.used ?? 0));
}

/** Gives one try back: it was no failure. */
export const returnTry = (limit: Limit) =>
  keepBooks((tx) =>
    tx
      .update(throttles)
      .set({ used: sql`greatest(${throttles.used} - 1, 0)` })
      .where(eq(throttles.key, keyOf(limit))),
  );

/** Success starts the count anew. */
export const forgetTries = (limit: Limit) =>
  keepBooks((tx) => tx.delete(throttles).where(eq(throttles.key, keyOf(limit))));
