import { sql } from "drizzle-orm";
import { listener } from "@/db/listen";
import { outbox } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { seal } from "../crypto";
import type { Letter } from "../email/templates";

export type Recipient = { accountId: string; memberId: string | null; email: string };

/** The channel on which a waiting worker is woken. */
export const OUTBOX_CHANNEL = "lineup_outbox";

/** Calls whenever something was queued, by any server. Reconnects by itself; while it is away, polling does. */
export const whenQueued = (call: () => void) => listener.listen(OUTBOX_CHANNEL, call);

export type Mail = { to: Recipient; letter: Letter };

/** Queues an email in the caller's transaction. The link, when there is one, is kept encrypted until it is sent. */
export const enqueue = (tx: WriteTx, to: Recipient, letter: Letter): Promise<void> => enqueueAll(tx, [{ to, letter }]);

/** The same for many, in one statement. */
export async function enqueueAll(tx: WriteTx, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  await tx.insert(outbox).values(mails.map(rowOf));
  await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
}

function rowOf({ to, letter }: Mail): typeof outbox.$inferInsert {
  const { template, url, ...props } = letter as Letter & { url?: string };
  return {
    accountId: to.accountId,
    memberId: to.memberId,
    template,
    to: to.email,
    props: props as Record<string, string>,
    secret: url ? seal("outbox", url) : null,
  };
}
