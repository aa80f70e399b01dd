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

/** Since when a list waits: its last turn, or since it came. A claim that ran out was a turn too. */
const waitsSince = sql`coalesce(claimed_until, created_at)`;

/** Of those that nobody is at the one that waits longest: a short list is not behind a long one, nor a long one behind many. */
export const claimImport = (): Promise<ClaimedImport | undefined> =>
  keepBooks(async (tx) => {
    const [due] = await tx
      .select()
      .from(contactImports)
      .where(and(isDue, isFree))
      .orderBy(waitsSince, contactImports.id)
      .limit(1)
      .for("update", { skipLocked: true });
    if (due) await tx.update(contactImports).set({ claimedUntil: LEASE }).where(eq(contactImports.id, due.id));
    return due;
  });

/** Whether another one waits: then this has had its turn. */
export const isAnotherDue = ({ id }: ClaimedImport): Promise<boolean> =>
  keepBooks(async (tx) => (await tx.$count(contactImports, and(isDue, isFree, ne(contactImports.id, id)))) > 0);

/** Still at work on it. */
export const renewImport = ({ id }: ClaimedImport) =>
  keepBooks(async (tx) => {
    await tx.update(contactImports).set({ claimedUntil: LEASE }).where(eq(contactImports.id, id));
  });

export type Came = Pick<Partial<typeof contactImports.$inferInsert>, "problem" | "text">;

/** For the next who looks to take, after all that wait already, with what has come of it. Never while it is renewed. */
export const leaveImport = ({ id }: ClaimedImport, came: Came) =>
  keepBooks((tx) =>
    tx
      .update(contactImports)
      .set({ ...came, claimedUntil: sql`now()` })
      .where(eq(contactImports.id, id)),
  );
