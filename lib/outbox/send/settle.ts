import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { outbox } from "@/db/schema";
import { leaseDb, writeDb } from "@/db/write";
import type { Delivery } from "../../email/verdict";
import { log } from "../../log";
import { emails as metrics } from "../../metrics";
import { LEASE } from "../../worker/lease";
import { waitFor } from "../../worker/wait-for";
import type { Claimed } from "./claim";

/** Some fourteen hours with the waits below: longer than a provider is away, shorter than it remembers a key. */
export const MAX_TRIES = 30;

/** Writes down what became of a try. A link is held no longer than until its email is sent or given up. */
export async function settle(email: Claimed, delivery: Delivery): Promise<void> {
  if (delivery.kind === "sent") return markSent(email, delivery.providerId);
  if (delivery.kind === "refused") return park([email], { error: delivery.error, ...TRIED, ...NOT_TAKEN });
  // Being told to slow down says nothing about this email, so it never counts as the last try.
  if (email.attempts >= MAX_TRIES && !delivery.busy) return parkTried([email], delivery);
  const seconds = waitFor(email.attempts, delivery);
  await held([email], { nextAt: inSeconds(seconds), error: delivery.error, ...afterTry([email], delivery) });
  log.info("email.delayed", { ...named(email), error: delivery.error, seconds: Math.round(seconds) });
}

export type Retry = Extract<Delivery, { kind: "retry" }>;

const TRIED = { attempts: sql`${outbox.attempts} + 1` };

/** What a try leaves behind that is not the last. Where the provider only said when to come back, it was none. */
export const afterTry = (emails: readonly Claimed[], { busy, after, unclear }: Retry): Values => ({
  ...(!(busy && after !== undefined) && TRIED),
  ...(!unclear && asBefore(emails)),
});

/** The provider has never had it, whatever was tried before. */
export const NOT_TAKEN = { unknownSince: null };

/** This try has not reached the provider, or was turned away: what earlier tries did is as unknown as it was. */
const asBefore = (emails: readonly Claimed[]): Values => (emails.some(({ unknown }) => unknown) ? {} : NOT_TAKEN);

/** Sent is sent, whoever holds the lease by now. */
async function markSent(email: Claimed, providerId: string | null): Promise<void> {
  const done = { state: "sent" as const, sentAt: sql`now()`, providerId, secret: null, error: null, lease: null };
  const marked = await writeDb
    .update(outbox)
    .set({ ...done, ...TRIED, ...NOT_TAKEN })
    .where(and(eq(outbox.id, email.id), ne(outbox.state, "sent")))
    .returning({ id: outbox.id });
  metrics.inc({ state: "sent" }, marked.length);
  log.info("email.sent", named(email));
}

/** After the last try: refused all along, or nobody knows. */
export const parkTried = (emails: readonly Claimed[], { error, unclear }: Retry) =>
  unclear || emails.some(({ unknown }) => unknown)
    ? park(emails, { error: `We can't tell whether it arrived: ${error}`, ...TRIED })
    : park(emails, { error, ...TRIED, ...NOT_TAKEN });

/** Given up, with the reason, until an Admin decides. */
export async function park(emails: readonly Claimed[], { error, ...more }: Values & { error: string }) {
  const parked = await held(emails, { state: "failed", error, secret: null, ...more });
  metrics.inc({ state: "failed" }, parked);
  for (const email of emails) log.info("email.failed", { ...named(email), error });
}

/** Nobody should get it any more, so nobody has to decide. */
export async function drop(email: Claimed, error: string): Promise<void> {
  const values = { state: "failed" as const, error, secret: null, decidedAt: sql`now()`, ...asBefore([email]) };
  metrics.inc({ state: "dropped" }, await held([email], values));
  log.info("email.dropped", { ...named(email), error });
}

/** Not tried after all: the sending has to wait that many seconds. A set that was never tried is none. */
export async function putBack(emails: readonly Claimed[], seconds: number): Promise<void> {
  await held(emails, {
    nextAt: inSeconds(seconds),
    ...asBefore(emails),
    ...(emails.length > 1 && emails[0]?.attempts === 1 && { sendingBatch: null }),
  });
}

/** Still at work on it. */
export async function renew(emails: readonly Claimed[]): Promise<void> {
  await leaseDb.update(outbox).set({ nextAt: LEASE }).where(stillOurs(emails));
}

type Values = Parameters<ReturnType<typeof writeDb.update<typeof outbox>>["set"]>[0];

/** Only while the claim is still ours, which ends with this: another worker's knows better. How many it was true for. */
export async function held(emails: readonly Claimed[], values: Values): Promise<number> {
  const changed = await writeDb
    .update(outbox)
    .set({ ...values, lease: null })
    .where(stillOurs(emails))
    .returning({ id: outbox.id });
  return changed.length;
}

function stillOurs(emails: readonly Claimed[]) {
  const ids = emails.map(({ id }) => id);
  return and(inArray(outbox.id, ids), eq(outbox.lease, emails[0]?.lease ?? ""), eq(outbox.state, "queued"));
}

export const inSeconds = (seconds: number) => sql`now() + make_interval(secs => ${seconds}::double precision)`;

const named = ({ id, template, attempts }: Claimed) => ({ outboxId: id, template, attempts });
