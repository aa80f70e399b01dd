import { eq, sql } from "drizzle-orm";
import { throttles } from "@/db/schema";
import { keepBooks } from "../change";
import { sha256 } from "../crypto";

export type Limit = { name: string; of: string; most: number; minutes: number };

const keyOf = (limit: Limit) => `${limit.name}:${sha256(limit.of).toString("base64url")}`;

/**
 * Takes one of the tries that a limit allows in its window; false when they are used up. One statement, so that of two
 * at the limit one passes; a refused try is not counted, so that waiting is never made longer by trying.
 */
export async function takeTry(limit: Limit): Promise<boolean> {
  const taken = await keepBooks((tx) =>
    tx
      .insert(throttles)
      .values({ key: keyOf(limit), used: 1, resetsAt: sql`now() + make_interval(mins => ${limit.minutes})` })
      .onConflictDoUpdate({
        target: throttles.key,
        set: {
          used: sql`case when ${throttles.resetsAt} <= now() then 1 else ${throttles.used} + 1 end`,
          resetsAt: sql`case when ${throttles.resetsAt} <= now() then excluded.resets_at else ${throttles.resetsAt} end`,
        },
        setWhere: sql`${throttles.used} < ${limit.most} or ${throttles.resetsAt} <= now()`,
      })
      .returning({ key: throttles.key }),
  );
  return taken.length === 1;
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
