import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { conversations } from "./conversations";
import { messages } from "./messages";
import { numbers } from "./numbers";

/**
 * The way of an outgoing text that is not final: written with its message, gone with its final state. Everything from
 * the lease on belongs to the worker that hands over.
 */
export const texts = pgTable(
  "texts",
  {
    messageId: uuid("message_id")
      .primaryKey()
      .references(() => messages.id, { onDelete: "cascade" }),
    accountId: uuid("account_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    numberId: uuid("number_id").notNull(),
    toPhone: text("to_phone").notNull(),
    // The message's: those of a conversation leave in this order.
    seq: integer("seq").notNull(),
    // 0 somebody's reply, 1 what Lineup itself answers, 2 campaigns.
    priority: smallint("priority").notNull().default(0),
    // Whose text it is, of a campaign: it leaves only while that is being sent.
    campaignId: uuid("campaign_id"),
    // When it may go or is looked at next. Of one that waits until a time, that time.
    nextAt: moment("next_at").notNull().defaultNow(),
    // It waits until this time, and an answer of theirs calls it off. Null: it goes at once.
    sendAt: moment("send_at"),
    // Of the claim under way: who holds another one changes nothing.
    lease: uuid("lease"),
    attempts: integer("attempts").notNull().default(0),
    // Since when the carrier may have it without our knowing; after a clear yes or no, null again.
    unknownSince: moment("unknown_since"),
    // Since when the carrier's list was looked through for it in vain: twice, and it goes again.
    searchedAt: moment("searched_at"),
    // What can't be found out: whoever wrote it decides, "Send again" or "Leave it".
    parkedAt: moment("parked_at"),
    // The carrier took it; the row stays until it says what became of it.
    carrierId: text("carrier_id"),
  },
  (t) => [
    // What may be handed over, line by line, replies before everything else.
    index("texts_due").on(t.numberId, t.priority, t.nextAt).where(sql`carrier_id is null and parked_at is null`),
    // Whose receipt is asked for.
    index("texts_without_receipt").on(t.nextAt).where(sql`carrier_id is not null`),
    index("texts_by_campaign").on(t.campaignId).where(sql`campaign_id is not null`),
    index("texts_by_conversation").on(t.conversationId, t.seq),
    foreignKey({
      columns: [t.accountId, t.conversationId],
      foreignColumns: [conversations.accountId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
  ],
);

/**
 * When a line may hand over again, at its pace in segments; no row: at once. And up to when it was heard. Counted on by
 * every worker alike.
 */
export const linePace = pgTable(
  "line_pace",
  {
    numberId: uuid("number_id").primaryKey(),
    accountId: uuid("account_id").notNull(),
    nextAt: moment("next_at").notNull().defaultNow(),
    perSecond: real("per_second").notNull().default(1),
    // The carrier's code for what is wrong with the line until a text leaves again, or with our settings until it answers.
    trouble: integer("trouble"),
    // All that came in before was asked for (`catch-up.ts`); null: never yet.
    heardUntil: moment("heard_until"),
  },
  (t) => [
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** All that the carrier told of an outgoing text, also doubled and late; the message keeps where it led. Swept after 90 days. */
export const carrierEvents = pgTable(
  "carrier_events",
  {
    id: id(),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    status: text("status").notNull(),
    code: integer("code"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    unique("carrier_events_key").on(t.messageId, t.status, t.code).nullsNotDistinct(),
    index("carrier_events_by_time").on(t.at),
  ],
);

/** What came in, by the carrier's own id, so that it comes in once. First of all that `receive-texts.sql` writes. Swept after 90 days. */
export const inboundSeen = pgTable(
  "inbound_seen",
  {
    carrier: text("carrier").notNull(),
    carrierId: text("carrier_id").notNull(),
    // No foreign key: it is written before the message; null of a stray.
    messageId: uuid("message_id"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.carrierId] }), index("inbound_seen_by_time").on(t.at)],
);

/** What came in to a number that is nobody's. It belongs to no account until somebody adds the number. */
export const inboundStrays = pgTable(
  "inbound_strays",
  {
    id: id(),
    carrier: text("carrier").notNull(),
    carrierId: text("carrier_id").notNull(),
    fromPhone: text("from_phone").notNull(),
    toPhone: text("to_phone").notNull(),
    body: text("body").notNull(),
    // As `messages.media`.
    media: jsonb("media").$type<{ url: string; type: string }[]>().notNull().default([]),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    unique("inbound_strays_key").on(t.carrier, t.carrierId),
    index("inbound_strays_by_number").on(t.toPhone, t.at),
  ],
);

/** The numbers as the carrier knows them, asked for by the worker every few minutes; they belong to no company here. */
export const carrierNumbers = pgTable("carrier_numbers", {
  e164: text("e164").primaryKey(),
  // Where it brings what comes in, if anywhere.
  webhook: text("webhook"),
  canText: boolean("can_text").notNull(),
  askedAt: moment("asked_at").notNull().defaultNow(),
});

/** "Set at the carrier": served by the worker, and gone once it is done. */
export const webhookAsks = pgTable(
  "webhook_asks",
  {
    numberId: uuid("number_id").primaryKey(),
    accountId: uuid("account_id").notNull(),
    askedAt: moment("asked_at").notNull().defaultNow(),
    // Why the carrier would not; then it is not tried again until somebody asks anew.
    error: text("error"),
  },
  (t) => [
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
  ],
);
