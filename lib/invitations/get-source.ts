import { eq } from "drizzle-orm";
import { db } from "@/db";
import { invitationSources } from "@/db/schema";
import { allAlphabets } from "../import/alphabet";

export type SourceShown = NonNullable<Awaited<ReturnType<typeof getSource>>>;

/** How a file's columns are read, and what is not sure about it. The batch is one that `getBatch` gave the viewer. */
export async function getSource(batchId: string) {
  const [source] = await db
    .select({
      columns: invitationSources.columns,
      alphabet: invitationSources.alphabet,
      secret: invitationSources.secret,
      reading: invitationSources.reading,
    })
    .from(invitationSources)
    .where(eq(invitationSources.batchId, batchId));
  if (!source) return null;
  return { ...source, alphabet: allAlphabets.find((each) => each === source.alphabet) ?? null };
}
