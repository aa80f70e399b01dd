import { eq } from "drizzle-orm";
import { db } from "@/db";
import { invitationBatches, invitationSources } from "@/db/schema";
import type { Viewer } from "@/lib/access/viewer";
import { allAlphabets } from "@/lib/import/alphabet";
import { ownBatch } from "@/lib/invitations/preview/own-draft";

export type SourceShown = NonNullable<Awaited<ReturnType<typeof getSource>>>;

/** How a file's columns are read, and what is not sure about it; null for a batch that the viewer did not make. */
export async function getSource(viewer: Viewer, batchId: string) {
  const [source] = await db
    .select({
      columns: invitationSources.columns,
      alphabet: invitationSources.alphabet,
      secret: invitationSources.secret,
      reading: invitationSources.reading,
    })
    .from(invitationSources)
    .innerJoin(invitationBatches, eq(invitationBatches.id, invitationSources.batchId))
    .where(ownBatch(viewer, batchId));
  if (!source) return null;
  return { ...source, alphabet: allAlphabets.find((each) => each === source.alphabet) ?? null };
}
