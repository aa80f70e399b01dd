import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db";
import { keptForms } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { keepBooks } from "../change";
import { sha256 } from "../crypto";
import { unsealForm } from "./sealed-form";
import type { KeptForm } from "./words";

/** A browser may ask for a page twice before anybody sees it. */
const ONCE = sql`interval '10 seconds'`;

/** What the viewer had typed into the forms of a page, shown once. Nothing for another person, or after an hour. */
export async function showForms(viewer: Viewer, page: string): Promise<({ id: string } & KeptForm)[]> {
  if (!viewer.hasKeptForms) return [];
  const isTheirs = and(eq(keptForms.memberId, viewer.memberId), eq(keptForms.page, sha256(page)));
  const isOpen = and(
    gt(keptForms.expiresAt, sql`now()`),
    or(isNull(keptForms.shownAt), gt(keptForms.shownAt, sql`now() - ${ONCE}`)),
  );
  const rows = await db
    .select({ id: keptForms.id, sealed: keptForms.sealed, shownAt: keptForms.shownAt })
    .from(keptForms)
    .where(and(isTheirs, isOpen))
    .orderBy(desc(keptForms.expiresAt));
  await noteShown(rows.filter(({ shownAt }) => shownAt === null).map(({ id }) => id));
  return rows.flatMap(({ id, sealed }) => {
    const form = unsealForm(sealed);
    return form ? [{ id, ...form }] : [];
  });
}

/** One that is being kept anew or dropped just now is not waited for. */
async function noteShown(ids: string[]) {
  if (ids.length === 0) return;
  await keepBooks(async (tx) => {
    const free = tx
      .select({ id: keptForms.id })
      .from(keptForms)
      .where(inArray(keptForms.id, ids))
      .for("update", { skipLocked: true });
    await tx.update(keptForms).set({ shownAt: sql`now()` }).where(inArray(keptForms.id, free));
  });
}
