import { sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { ManyDelivery } from "../../email/send-many";
import { log } from "../../log";
import { emails as metrics } from "../../metrics";
import { waitFor } from "../../worker/wait-for";
import type { Claimed } from "./claim";
import { afterTry, held, inSeconds, MAX_TRIES, NOT_TAKEN, parkTried, type Retry } from "./settle";

/** Writes down what became of a try of a set: of all of it alike. */
export async function settleSet(emails: readonly Claimed[], delivery: ManyDelivery): Promise<void> {
  const attempts = emails[0]?.attempts ?? 1;
  if (delivery.kind === "sent") return markSent(emails, delivery.providerIds);
  if (delivery.kind === "refused") return apart(emails, delivery.error);
  const tried = emails.some(({ unknown }) => unknown);
  // Taken apart, those of a set that may have arrived would go out again under keys of their own.
  if (delivery.kind === "impossible" && !tried) return apart(emails, delivery.error);
  const retry: Retry = { ...delivery, kind: "retry" };
  if (attempts >= MAX_TRIES && !retry.busy) return parkTried(emails, retry);
  await held(emails, {
    nextAt: inSeconds(waitFor(attempts, retry)),
    error: retry.error,
    ...afterTry(emails, retry),
    // Turned away at the first try, they have surely not arrived: whoever is disabled by then is left out of the next.
    ...(retry.busy && !tried && { attempts: sql`${outbox.attempts}`, sendingBatch: null }),
  });
  log.info("emails.delayed", { emails: emails.length, attempts, error: retry.error });
}

/** The provider won't have them together: one is to blame, and each goes by itself from now on. */
async function apart(emails: readonly Claimed[], error: string): Promise<void> {
  await held(emails, {
    sendingBatch: sql`${outbox.id}`,
    nextAt: sql`now()`,
    error,
    ...NOT_TAKEN,
  });
  log.info("emails.apart", { emails: emails.length, error });
}

/** Sent is sent, whoever holds the lease by now. */
async function markSent(emails: readonly Claimed[], providerIds: readonly (string | null)[]): Promise<void> {
  const ids = sql`${sql.param(emails.map(({ id }) => id))}::uuid[]`;
  const marked = await writeDb.execute(sql`
    update outbox set state = 'sent', sent_at = now(), provider_id = s.provider_id, secret = null, error = null, lease = null,
      unknown_since = null, attempts = attempts + 1
    from unnest(${ids}, ${sql.param([...providerIds])}::text[]) as s(id, provider_id)
    where outbox.id = s.id and outbox.state <> 'sent' returning outbox.id`);
  metrics.inc({ state: "sent" }, marked.length);
  log.info("emails.sent", { emails: emails.length, batch: emails[0]?.batch });
}
