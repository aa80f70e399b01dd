import { and, desc, eq, isNull } from "drizzle-orm";
import { links } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";

/** The link to a new address that waits to be confirmed, expired or not. */
export const isWaiting = (viewer: Viewer) =>
  and(
    eq(links.userId, viewer.userId),
    eq(links.purpose, "email-change"),
    isNull(links.usedAt),
    isNull(links.revokedAt),
  );

/** The address that waits. */
export async function waitingEmail(c: Change, viewer: Viewer): Promise<string> {
  const [link] = await c.tx
    .select({ email: links.email })
    .from(links)
    .where(isWaiting(viewer))
    .orderBy(desc(links.createdAt))
    .limit(1);
  if (!link?.email) throw new Refused("No new address is waiting any more. Load the page again.");
  return link.email;
}
