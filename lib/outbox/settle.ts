import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Delivery } from "../email/send";
import { log } from "../log";
import { emails as metrics } from "../metrics";
import type { Claimed } from "./claim";

export const MAX_TRIES = 12;
const LONGEST_WAIT = 3600;

/** Writes down what became of a try. A link is held no longer than until its email is sent or given up. */
export async function settle(email: Claimed, delivery: Delivery): Promise<void> {
  if (delivery.kind === "sent") return markSent(email, delivery.providerId);
  if (delivery.kind === "refused") return park([email], delivery.error);
  // Being told to slow down says nothing about this email, so it never counts as the last try.
  if (email.attempts >= MAX_TRIES && !delivery.busy) return park([email], delivery.error);
  const seconds = waitFor(email.attempts, delivery);
  await held([email], { nextAt: inSeconds(seconds), error: delivery.error });
  log.info("email.delayed", { ...named(email), error: delivery.error, seconds: Math.round(seconds) });
}

/** The provider's wish is the least; without one the wait doubles with every try, with jitter so that tries spread out. */
export function waitFor(attempts: number, { after, busy }: { after?: number; busy?: true }): number {
  if (busy && after !== undefined) return after;
  const growing = Math.min(2 ** attempts, LONGEST_WAIT) * (0.5 + Math.random() / 2);
  return Math.max(growing, after ?? 0);
}

/** Sent is sent, whoever holds the lease by now. */
async function markSent(email: Claimed, providerId: string | null): Promise<void> {
  const sent = { state: "sent" as const, sentAt: sql`now()`, providerId, secret: null, error: null };
  await writeDb
    .update(outbox)
    .set(sent)
    .where(and(eq(outbox.id, email.id), ne(outbox.state, "sent")));
  metrics.inc({ state: "sent" });
  log.info("email.sent", named(email));
}

/** Given up, with the reason, until somebody decides. */
export async function park(emails: readonly Claimed[], error: string): Promise<void> {
  await held(emails, { state: "failed", error, secret: null });
  metrics.inc({ state: "failed" }, emails.length);
  for (const email of emails) log.info("email.failed", { ...named(email), error });
}

/** Not tried after all: the sending has to wait that many seconds. A set that was never tried is none. */
export const putBack = (emails: readonly Claimed[], seconds: number) =>
  held(emails, {
    nextAt: inSeconds(seconds),
    attempts: sql`${outbox.attempts} - 1`,
    ...(emails.length > 1 && emails[0]?.attempts === 1 && { sendingBatch: null }),
  });

type Values = Parameters<ReturnType<typeof writeDb.update<typeof outbox>>["set"]>[0];

/** Only while the claim is still ours: a later try by another worker knows better. What is together has been tried alike. */
export async function held(emails: readonly Claimed[], values: Values): Promise<void> {
  const attempts = emails[0]?.attempts ?? 0;
  const ids = emails.map(({ id }) => id);
  await writeDb
    .update(outbox)
    .set(values)
    .where(and(inArray(outbox.id, ids), eq(outbox.attempts, attempts), eq(outbox.state, "queued")));
}

export const inSeconds = (seconds: number) => sql`now() + make_interval(secs => ${seconds}::double precision)`;

const named = ({ id, template, attempts }: Claimed) => ({ outboxId: id, template, attempts });
