import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, moment } from "./columns";

export const emailState = pgEnum("email_state", ["queued", "sent", "failed"]);

export const deliveryState = pgEnum("delivery_state", ["delayed", "delivered", "bounced", "complained", "failed"]);

/**
 * Every email, written in the transaction that causes it (`c.mail`); the worker sends it. `id` is the idempotency key.
 *
 *   c.mail ─▶ queued ─── claim, when nextAt has come ──▶ queued with a lease
 *               ▲                                         │  nextAt is when the lease ends; renewed every second
 *               ├──── the lease ended: a crash is a try ──┤
 *               ├──── held back, or to be tried again ────┤
 *               │                                         ├─ taken ──────────────────▶ sent ── news: bounced … ──▶ sent, lost
 *               │                                         ├─ refused, or 30 tries ───▶ failed ─┐
 *               │                                         └─ nobody should get it ───▶ failed, decided ◀─┐
 *               │        an Admin sends another or leaves it; its link is used,                │         │
 *               │        replaced or withdrawn; the person is gone                             └─────────┘
 *
 * `lease` is a token of that claim: whoever holds another one changes nothing, but that sent is sent. `secret` holds the
 * link, encrypted, until the email is sent or given up. No foreign keys: the log outlives the person. After a year what
 * is sent or decided is swept.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    accountId: uuid("account_id").notNull(),
    memberId: uuid("member_id"),
    template: text("template").notNull(),
    to: text("to").notNull(),
    props: jsonb("props").$type<Record<string, string>>().notNull(),
    secret: bytea("secret"),
    state: emailState("state").notNull().default("queued"),
    // Tries that count; it only grows.
    attempts: integer("attempts").notNull().default(0),
    // Of the claim under way.
    lease: uuid("lease"),
    nextAt: moment("next_at").notNull().defaultNow(),
    error: text("error"),
    providerId: text("provider_id"),
    // Emails that leave in one request, by the id of the first of them; alone in it, one leaves by itself.
    sendingBatch: uuid("sending_batch"),
    // Since when the provider may have it without our knowing; after a clear no, null again.
    unknownSince: moment("unknown_since"),
    // When somebody decided what to do about one that failed, or nobody has to any more (lib/outbox/decide-lost.ts).
    decidedAt: moment("decided_at"),
    // What the provider told later of one that reached nobody: a copy out of deliveries, kept by
    // `mark-lost.sql` and `find-lost.sql`.
    lost: deliveryState("lost"),
    sentAt: moment("sent_at"),
    createdAt: createdAt(),
  },
  (t) => [
    // What is due; sent rows leave this index.
    index("outbox_due").on(t.nextAt).where(sql`state = 'queued'`),
    index("outbox_by_batch").on(t.sendingBatch).where(sql`state = 'queued' and sending_batch is not null`),
    // What waits for an Admin's decision.
    index("outbox_undecided").on(t.accountId, t.createdAt).where(sql`state = 'failed' and decided_at is null`),
    index("outbox_undecided_by_member").on(t.memberId).where(sql`state = 'failed' and decided_at is null`),
    index("outbox_by_member").on(t.memberId, t.createdAt),
    // The log: all of an account, by what became of them, and to an address that is nobody's by now.
    index("outbox_by_account").on(t.accountId, t.createdAt, t.id),
    index("outbox_waiting").on(t.accountId, t.createdAt, t.id).where(sql`state = 'queued'`),
    index("outbox_lost").on(t.accountId, t.createdAt, t.id).where(sql`state = 'failed' or lost is not null`),
    index("outbox_by_address").on(t.accountId, sql`lower(${t.to})`, t.createdAt, t.id),
    // Whose news it is.
    index("outbox_by_provider").on(t.providerId),
  ],
);

/** The local mailbox: what would have been sent, when there is no provider. Only on the embedded database. */
export const mailbox = pgTable(
  "mailbox",
  {
    id: id(),
    from: text("from").notNull(),
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("mailbox_by_time").on(t.createdAt)],
);

/** Requests sent to the provider in one second, over all servers. */
export const sendingSlots = pgTable("sending_slots", {
  second: moment("second").primaryKey(),
  used: integer("used").notNull(),
});

/**
 * What the provider tells about an email after it took it, by the provider's own id. No foreign key: the news may come
 * before the worker has written that id down.
 */
export const deliveries = pgTable("deliveries", {
  providerId: text("provider_id").primaryKey(),
  state: deliveryState("state").notNull(),
  reason: text("reason"),
  at: moment("at").notNull(),
});
