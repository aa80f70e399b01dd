import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { keptForms, members } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { keepBooks } from "../change";
import { sha256 } from "../crypto";
import type { Owner } from "./owner";
import { sealForm } from "./sealed-form";
import type { Untaken } from "./words";

/** Enough for the addresses of ten thousand people. */
const MOST_BYTES = 1024 * 1024;

/** At once and a person: whoever sends more by hand loses the oldest. */
const MOST_FORMS = 10;

/** Longer than any session may last: a form that is older was left behind. */
const OLDEST = 8 * 24 * 3600 * 1000;

/**
 * Keeps what somebody typed into a form that could not be taken, for them alone, for an hour. Nothing is kept for whom
 * the form was not made, or who has no access any more.
 */
export async function keepForm(owner: Owner, { page, ...untaken }: Untaken): Promise<void> {
  if (Date.now() - owner.madeAt > OLDEST) return;
  const { memberId } = owner;
  const kept = {
    sealed: sealForm(untaken, MOST_BYTES),
    expiresAt: sql`now() + interval '1 hour'`,
    shownAt: null,
  };
  await keepBooks(async (tx) => {
    const isActive = and(eq(members.id, memberId), eq(members.status, "Active"));
    // One at a time of each person's: two would drop each other's oldest, and wait for each other.
    const [member] = await tx.select({ id: members.id }).from(members).where(isActive).for("no key update");
    if (!member) return;
    await tx
      .insert(keptForms)
      .values({ memberId, page: sha256(page), form: untaken.form, ...kept })
      .onConflictDoUpdate({ target: [keptForms.memberId, keptForms.page, keptForms.form], set: kept });
    await dropOldest(tx, memberId);
  });
}

async function dropOldest(tx: WriteTx, memberId: string) {
  const older = tx
    .select({ id: keptForms.id })
    .from(keptForms)
    .where(eq(keptForms.memberId, memberId))
    .orderBy(desc(keptForms.expiresAt))
    .offset(MOST_FORMS);
  await tx.delete(keptForms).where(inArray(keptForms.id, older));
}
