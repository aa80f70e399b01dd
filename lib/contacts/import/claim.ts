import { and, eq, ne, sql } from "drizzle-orm";
import { contactImports } from "@/db/schema";
import { keepBooks } from "../../change";
import { LEASE } from "../../worker/lease";

export type ClaimedImport = typeof contactImports.$inferSelect;

const isDue = sql`problem is null and finished_at is null and (read_at is null or confirmed_at is not null)`;

const isFree = sql`(claimed_until is null or claimed_until <= now())`;

/** One that whoever made or confirmed it holds already. */
export const heldImport = (id: string): Promise<ClaimedImport | undefined> =>
  keepBooks(async (tx) => {
    const [held] = await tx
      .select()
      .from(contactImports)
      .where(and(isDue, eq(contactImports.id, id)));
    return held;
  });

/**
 * Of those that nobody is at the one of which least is read, or taken in, then the one that waits longest: a short list is
 * not behind a long one, nor what is to be taken in behind what is to be read.
 */
export const claimImport = (): Promise<ClaimedImport | undefined> =>
  keepBooks(async (tx) => {
    const [due] = await tx
      .select()
      .from(contactImports)
      .where(and(isDue, isFree))
      .orderBy(sql`case when read_at is null then read_to else taken_to end`, contactImports.createdAt)
      .limit(1)
      .for("update", { skipLocked: true });
    if (due) await tx.update(contactImports).set({ claimedUntil: LEASE }).where(eq(contactImports.id, due.id));
    return due;
  });

/** Whether another one waits: then this has had its turn. */
export const isAnotherDue = ({ id }: ClaimedImport): Promise<boolean> =>
  keepBooks(async (tx) => (await tx.$count(contactImports, and(isDue, isFree, ne(contactImports.id, id)))) > 0);

/** Still at work on it. */
export const renewImport = ({ id }: { id: string }) =>
  keepBooks(async (tx) => {
    await tx
      .update(contactImports)
      .set({ claimedUntil: LEASE })
      .where(and(eq(contactImports.id, id), sql`claimed_until is not null`));
  });

/** For the next who looks to take at once, with what has come of it. */
export const leaveImport = (id: string, came: Partial<typeof contactImports.$inferInsert> = {}) =>
  keepBooks((tx) =>
    tx
      .update(contactImports)
      .set({ ...came, claimedUntil: null })
      .where(eq(contactImports.id, id)),
  );
