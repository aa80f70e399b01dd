import { sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { seal } from "../crypto";
import type { Letter } from "../email/templates";

export type Recipient = { accountId: string; memberId: string | null; email: string };

/** The channel on which a waiting worker is woken. */
export const OUTBOX_CHANNEL = "lineup_outbox";

/** Queues an email in the caller's transaction. The link, when there is one, is kept encrypted until it is sent. */
export async function enqueue(tx: WriteTx, to: Recipient, letter: Letter): Promise<void> {
  const { template, url, ...props } = letter as Letter & { url?: string };
  await tx.insert(outbox).values({
    accountId: to.accountId,
    memberId: to.memberId,
    template,
    to: to.email,
    props: props as Record<string, string>,
    secret: url ? seal("outbox", url) : null,
  });
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
}
