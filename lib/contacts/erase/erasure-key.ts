import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { erasureKeys } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { keepBooks } from "../../change";
import { seal, unseal } from "../../crypto";
import { among } from "../../id-list";
import { log } from "../../log";

const USE = "erased-phones";

/**
 * The key of a company that has erased somebody. It throws where that was sealed under a secret that is gone: rather is
 * nobody added than somebody texted again.
 */
export async function erasureKey(tx: WriteTx, accountId: string): Promise<Buffer | undefined> {
  const [row] = await tx
    .select({ sealed: erasureKeys.sealed })
    .from(erasureKeys)
    .where(eq(erasureKeys.accountId, accountId));
  return row && Buffer.from(unseal(USE, row.sealed), "base64");
}

/** Of those companies that have one; undefined where it can't be read, of which only the log is told. */
export async function keysOf(tx: WriteTx, accountIds: readonly string[]): Promise<Map<string, Buffer | undefined>> {
  const rows = await tx.select().from(erasureKeys).where(among(erasureKeys.accountId, accountIds));
  return new Map(
    rows.map(({ accountId, sealed }) => {
      const key = read(accountId, sealed);
      return [accountId, key === undefined ? undefined : Buffer.from(key, "base64")];
    }),
  );
}

/** Made by the first who erases somebody. */
export async function erasureKeyMade(tx: WriteTx, accountId: string): Promise<Buffer> {
  const sealed = seal(USE, randomBytes(32).toString("base64"));
  await tx.insert(erasureKeys).values({ accountId, sealed }).onConflictDoNothing();
  const key = await erasureKey(tx, accountId);
  if (!key) throw new Error("no key");
  return key;
}

/** Under the AUTH_SECRET of today, while the one before is still known: each is sealed anew at a start and once a day. */
export const resealErasureKeys = (): Promise<void> =>
  keepBooks(async (tx) => {
    const keys = await tx.select().from(erasureKeys).orderBy(erasureKeys.accountId).for("update");
    for (const { accountId, sealed } of keys) {
      const key = read(accountId, sealed);
      if (key)
        await tx
          .update(erasureKeys)
          .set({ sealed: seal(USE, key) })
          .where(eq(erasureKeys.accountId, accountId));
    }
  });

function read(accountId: string, sealed: Buffer): string | undefined {
  try {
    return unseal(USE, sealed);
  } catch (error) {
    log.error("erasure-key.unreadable", error, { accountId });
    return undefined;
  }
}
