import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, id, moment, revision } from "./columns";
import { contactGroups } from "./contacts/contacts";
import { numbers } from "./numbers";

/** What people decided. Finished is not among them: it is "sending" with nobody left to send to. */
export const campaignState = pgEnum("campaign_state", ["draft", "scheduled", "sending", "paused", "stopped"]);

/** What becomes of those whose hours end before their turn has come. */
export const atClose = pgEnum("campaign_at_close", ["go on", "stop"]);

/**
 * What many recipients have come to, counted by the worker. `seconds`: how long that took; `lastSentAt`: of the last one
 * that the carrier took; `quarters`: what it took in each quarter of an hour, and how much of that has arrived.
 */
export type Counted = {
  figures: Record<"recipients" | "waiting" | "sent" | "delivered" | "failed" | "left" | "replies" | "optOuts", number>;
  codes: { code: number | null; people: number }[];
  quarters: { at: string; sent: number; delivered: number }[];
  lastSentAt: string | null;
  seconds: number;
};

/** One text to many contacts, from one line. `madeBy` has no foreign key: its reports outlive whoever made it. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    numberId: uuid("number_id").notNull(),
    name: text("name").notNull(),
    // With its fields: `lib/campaigns/text-fields.ts`.
    body: text("body").notNull(),
    state: campaignState("state").notNull().default("draft"),
    // Why Lineup itself has paused it, and of how many texts it is true; null where a person did.
    pausedBecause: text("paused_because"),
    pausedCount: integer("paused_count"),
    // What brakes it is looked for in the texts after this one, by their messages' ids; null: in all.
    judgedFrom: uuid("judged_from"),
    // After its first hundred texts it waits for a person, whose Resume takes this away.
    waitsAfterFirst: boolean("waits_after_first").notNull().default(false),
    // When it begins; null: once "Send Now" is pressed. In everybody's own zone, when the first zone of all gets there.
    startsAt: moment("starts_at"),
    // As it was typed, "2026-12-01T09:00", for each zone to read.
    startsOn: text("starts_on"),
    ownZones: boolean("own_zones").notNull().default(false),
    atClose: atClose("at_close").notNull().default("go on"),
    // How far its recipients are written down, by their ids, and when all were.
    frozenUpTo: uuid("frozen_up_to"),
    frozenAt: moment("frozen_at"),
    // The zones of its recipients, once they are written down.
    zones: text("zones").array().notNull().default(sql`'{}'`),
    // Null: they are few, and are counted whenever somebody looks (`count-campaigns.ts`).
    counted: jsonb("counted").$type<Counted>(),
    countedAt: moment("counted_at"),
    // Whoever answers for it: who made it, or resumed it last.
    madeBy: uuid("made_by").notNull(),
    madeByName: text("made_by_name").notNull(),
    // Who made it, once somebody else has resumed it.
    writtenBy: uuid("written_by"),
    // Whoever edited it last.
    editedBy: uuid("edited_by"),
    // Since when a second person's word is waited for, and who asks for it; an edit takes both away.
    askedAt: moment("asked_at"),
    askedBy: uuid("asked_by"),
    askedByName: text("asked_by_name"),
    // The second person, once they have given it.
    confirmedBy: uuid("confirmed_by"),
    confirmedByName: text("confirmed_by_name"),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("campaigns_account_id_key").on(t.accountId, t.id),
    index("campaigns_newest").on(t.accountId, t.createdAt, t.id),
    // What the worker looks after.
    index("campaigns_under_way").on(t.state).where(sql`state in ('scheduled', 'sending')`),
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** To whom it goes. A group that is removed is none of them any more. */
export const campaignGroups = pgTable(
  "campaign_groups",
  {
    accountId: uuid("account_id").notNull(),
    campaignId: uuid("campaign_id").notNull(),
    groupId: uuid("group_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.groupId] }),
    index("campaign_groups_by_group").on(t.groupId),
    foreignKey({
      name: "campaign_groups_campaign",
      columns: [t.accountId, t.campaignId],
      foreignColumns: [campaigns.accountId, campaigns.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "campaign_groups_group",
      columns: [t.accountId, t.groupId],
      foreignColumns: [contactGroups.accountId, contactGroups.id],
    }).onDelete("cascade"),
  ],
);

/** `waiting` for their turn; `queued` with a text that waits for the carrier; `left` stopped, or their hours had ended. */
export const recipientState = pgEnum("recipient_state", ["waiting", "queued", "sent", "delivered", "failed", "left"]);

/**
 * Whom a campaign goes to, written down when it begins: once each. No foreign key to the contact or its message, whose rows
 * may go while the report stays. The state follows the message's (`lib/messages/record-state.ts`).
 */
export const campaignRecipients = pgTable(
  "campaign_recipients",
  {
    campaignId: uuid("campaign_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    accountId: uuid("account_id").notNull(),
    phone: text("phone").notNull(),
    // Theirs, else the account's.
    zone: text("zone").notNull(),
    // Not before this moment, and not from that one on.
    notBefore: moment("not_before"),
    until: moment("until"),
    state: recipientState("state").notNull().default("waiting"),
    // The carrier's, of what was not delivered.
    errorCode: integer("error_code"),
    messageId: uuid("message_id"),
    // When the carrier took it.
    sentAt: moment("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.contactId] }),
    index("recipients_waiting").on(t.campaignId, t.zone, t.contactId).where(sql`state = 'waiting'`),
    index("recipients_by_state").on(t.campaignId, t.state),
    // The last and the first of its texts, which brake it.
    index("recipients_in_order").on(t.campaignId, t.messageId).where(sql`message_id is not null`),
    uniqueIndex("recipients_by_message").on(t.messageId).where(sql`message_id is not null`),
    index("recipients_by_contact").on(t.contactId),
    foreignKey({
      name: "campaign_recipients_campaign",
      columns: [t.accountId, t.campaignId],
      foreignColumns: [campaigns.accountId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
