import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment } from "./columns";
import { conversations } from "./conversations";
import { numbers } from "./numbers";

export const direction = pgEnum("direction", ["in", "out"]);

/** A note only colleagues see; an event says who took or let go of the conversation. Neither goes anywhere. */
export const messageKind = pgEnum("message_kind", ["text", "note", "event"]);

/**
 * Only onwards, in the order that `lib/carrier/carrier.ts` gives; the last four are final. "called off" waited until a time
 * and was answered or taken back before.
 */
export const messageState = pgEnum("message_state", [
  "queued",
  "handed",
  "sent",
  "delivered",
  "undelivered",
  "failed",
  "called off",
]);

type Media = { url: string; type: string | null };

/** `authorId` has no foreign key on purpose: the words and their author's name outlive the member, untouched. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    accountId: uuid("account_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    // The conversation's, which never changes.
    numberId: uuid("number_id").notNull(),
    // Its place in the thread: `conversations.seq` after it was counted on.
    seq: integer("seq").notNull(),
    kind: messageKind("kind").notNull().default("text"),
    // Of a text, and nothing else.
    direction: direction("direction"),
    // Of an outgoing text, and nothing else. `queued` by whoever writes it, together with its row in `texts`; everything
    // after that by whoever hands it to the carrier and hears of it.
    state: messageState("state"),
    // The carrier's, of what was not delivered.
    errorCode: integer("error_code"),
    // As the carrier counted them, until then as we do.
    segments: smallint("segments"),
    // The carrier's own id of an outgoing text, once it is known. Of one that came in, `inbound_seen` has it.
    carrierId: text("carrier_id"),
    body: text("body").notNull(),
    // Of one that came in: what hangs on it, at the carrier.
    media: jsonb("media").$type<Media[]>(),
    authorId: uuid("author_id"),
    authorName: text("author_name"),
    // A campaign's text to whoever tries it out: it is in their thread, and counts nowhere.
    isTest: boolean("is_test").notNull().default(false),
    // When it was written here, or came to the carrier.
    at: moment("at").notNull().defaultNow(),
    // When it came here, if that was later: it was asked for after an outage.
    shownAt: moment("shown_at"),
  },
  (t) => [
    // The thread.
    uniqueIndex("messages_thread").on(t.conversationId, t.seq),
    // Reports, and words that many messages have: newest first, until there are enough.
    index("messages_history").on(t.accountId, t.at, t.id),
    index("messages_by_line").on(t.numberId, t.at, t.id),
    index("messages_by_words").using("gin", sql`lower(${t.body}) gin_trgm_ops`),
    // How many messages a person wrote, told before they are deleted.
    index("messages_by_author").on(t.authorId),
    uniqueIndex("messages_carrier_key").on(t.carrierId).where(sql`carrier_id is not null`),
    foreignKey({
      columns: [t.accountId, t.conversationId],
      foreignColumns: [conversations.accountId, conversations.id],
    }).onDelete("cascade"),
    check("messages_text_has_direction", sql`(${t.kind} = 'text') = (${t.direction} is not null)`),
    check("messages_sent_has_state", sql`coalesce(${t.direction} = 'out', false) = (${t.state} is not null)`),
  ],
);

const ofLine = () => ({
  accountId: uuid("account_id").notNull(),
  numberId: uuid("number_id").notNull(),
  // Whose days they are: one in which somebody reads reports of this line.
  zone: text("zone").notNull(),
});

/** What reports over months are added up from: reckoned from the messages by the worker, and from nothing else (`lib/reports/reckon-days.ts`). */
export const textDays = pgTable(
  "text_days",
  {
    ...ofLine(),
    day: date("day").notNull(),
    // Null: customers, and Lineup itself.
    authorId: uuid("author_id"),
    authorName: text("author_name"),
    textsIn: integer("texts_in").notNull(),
    textsOut: integer("texts_out").notNull(),
    // Of each first answer among them: how many seconds of working time the customer had waited.
    waits: integer("waits").array().notNull(),
  },
  (t) => [
    unique("text_days_key").on(t.numberId, t.zone, t.day, t.authorId, t.authorName).nullsNotDistinct(),
    foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** The first day of a line that isn't in `text_days`: from there on reports ask the messages. Set back by what comes late: `count-again.sql`. */
export const countedDays = pgTable("counted_days", { ...ofLine(), until: date("until").notNull() }, (t) => [
  primaryKey({ columns: [t.numberId, t.zone] }),
  foreignKey({ columns: [t.accountId, t.numberId], foreignColumns: [numbers.accountId, numbers.id] }).onDelete(
    "cascade",
  ),
]);
