CREATE TYPE "public"."consent_kind" AS ENUM('in', 'out', 'maybe', 'cleared');--> statement-breakpoint
CREATE TYPE "public"."opt_out_way" AS ENUM('keyword', 'words', 'carrier', 'by hand', 'link', 'import');--> statement-breakpoint
CREATE TYPE "public"."message_kind" AS ENUM('text', 'note', 'event');--> statement-breakpoint
CREATE TYPE "public"."message_state" AS ENUM('queued', 'handed', 'sent', 'delivered', 'undelivered', 'failed', 'called off');--> statement-breakpoint
CREATE TABLE "consent_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"kind" "consent_kind" NOT NULL,
	"source" text NOT NULL,
	"words" text,
	"shown_text" text,
	"number_id" uuid,
	"message_id" uuid,
	"actor_id" uuid,
	"actor_name" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opt_outs" (
	"account_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"how" "opt_out_way" NOT NULL,
	"review_by" timestamp (3) with time zone,
	CONSTRAINT "opt_outs_account_id_phone_pk" PRIMARY KEY("account_id","phone")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "mentions_member_id_conversation_id_pk" PRIMARY KEY("member_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "reads" (
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"up_to" integer NOT NULL,
	CONSTRAINT "reads_member_id_conversation_id_pk" PRIMARY KEY("member_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "carrier_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"status" text NOT NULL,
	"code" integer,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "carrier_events_key" UNIQUE NULLS NOT DISTINCT("message_id","status","code")
);
--> statement-breakpoint
CREATE TABLE "inbound_seen" (
	"carrier" text NOT NULL,
	"carrier_id" text NOT NULL,
	"message_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_seen_carrier_carrier_id_pk" PRIMARY KEY("carrier","carrier_id")
);
--> statement-breakpoint
CREATE TABLE "inbound_strays" (
	"id" uuid PRIMARY KEY NOT NULL,
	"carrier" text NOT NULL,
	"carrier_id" text NOT NULL,
	"from_phone" text NOT NULL,
	"to_phone" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbound_strays_key" UNIQUE("carrier","carrier_id")
);
--> statement-breakpoint
CREATE TABLE "line_pace" (
	"number_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"per_second" real DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"to_phone" text NOT NULL,
	"seq" integer NOT NULL,
	"priority" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"send_at" timestamp (3) with time zone,
	"lease" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"unknown_since" timestamp (3) with time zone,
	"parked_at" timestamp (3) with time zone,
	"carrier_id" text
);
--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_claimed_by_members_id_fk";
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_conversation_id_conversations_id_fk";
--> statement-breakpoint
DROP INDEX "conversations_by_claim";--> statement-breakpoint
DROP INDEX "messages_by_conversation";--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "direction" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "first_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "last_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- The name that was one is parted at its first space.
UPDATE contacts SET first_name = split_part(name, ' ', 1), last_name = substr(name, length(split_part(name, ' ', 1)) + 2);--> statement-breakpoint
ALTER TABLE "contacts" drop column "name";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "name" text COLLATE natural_order GENERATED ALWAYS AS (coalesce(nullif(trim(first_name || ' ' || last_name), ''), phone)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "company" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "notes" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "unreachable_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "unreachable_reason" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE contacts SET search = search_form(concat_ws(E'\n', nullif(search_names(first_name, last_name), ''), phone));--> statement-breakpoint
ALTER TABLE contacts ALTER COLUMN search SET STATISTICS 500;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "in_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "out_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "preview" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "claimed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "account_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "number_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "seq" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "kind" "message_kind" DEFAULT 'text' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "state" "message_state";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "error_code" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "segments" smallint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "carrier_id" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "media" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "shown_at" timestamp (3) with time zone;--> statement-breakpoint
-- Messages are numbered in the order of their times; what was sent long ago arrived.
UPDATE messages m SET account_id = c.account_id, number_id = c.number_id, seq = placed.seq,
    state = CASE WHEN m.direction = 'out' THEN 'delivered'::message_state END
  FROM conversations c, (SELECT id, row_number() OVER (PARTITION BY conversation_id ORDER BY at, id) AS seq FROM messages) placed
 WHERE c.id = m.conversation_id AND placed.id = m.id;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "account_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "number_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "seq" SET NOT NULL;--> statement-breakpoint
UPDATE conversations c SET seq = newest.seq, in_seq = newest.in_seq, out_seq = newest.out_seq, claimed_at = c.last_message_at,
    preview = (SELECT left(m.body, 200) FROM messages m WHERE m.conversation_id = c.id AND m.seq = newest.seq)
  FROM (SELECT conversation_id, max(seq) AS seq, coalesce(max(seq) FILTER (WHERE direction = 'in'), 0) AS in_seq,
          coalesce(max(seq) FILTER (WHERE direction = 'out'), 0) AS out_seq FROM messages GROUP BY conversation_id) newest
 WHERE newest.conversation_id = c.id;--> statement-breakpoint
-- A conversation is claimed by somebody who has its line, or by nobody: the claim goes with the line, whoever takes it.
UPDATE conversations c SET claimed_by = NULL WHERE claimed_by IS NOT NULL AND NOT EXISTS (
  SELECT FROM line_access l WHERE l.member_id = c.claimed_by AND l.number_id = c.number_id);--> statement-breakpoint
ALTER TABLE conversations ADD CONSTRAINT conversations_claimed_with_line FOREIGN KEY (claimed_by, number_id)
  REFERENCES line_access (member_id, number_id) ON DELETE SET NULL (claimed_by);--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_key" UNIQUE("account_id","id");--> statement-breakpoint
ALTER TABLE "consent_events" ADD CONSTRAINT "consent_events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opt_outs" ADD CONSTRAINT "opt_outs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_account_id_member_id_members_account_id_id_fk" FOREIGN KEY ("account_id","member_id") REFERENCES "public"."members"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_account_id_conversation_id_conversations_account_id_id_fk" FOREIGN KEY ("account_id","conversation_id") REFERENCES "public"."conversations"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_account_id_member_id_members_account_id_id_fk" FOREIGN KEY ("account_id","member_id") REFERENCES "public"."members"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_account_id_conversation_id_conversations_account_id_id_fk" FOREIGN KEY ("account_id","conversation_id") REFERENCES "public"."conversations"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrier_events" ADD CONSTRAINT "carrier_events_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_pace" ADD CONSTRAINT "line_pace_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_account_id_conversation_id_conversations_account_id_id_fk" FOREIGN KEY ("account_id","conversation_id") REFERENCES "public"."conversations"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_events_by_phone" ON "consent_events" USING btree ("account_id","phone","id");--> statement-breakpoint
CREATE INDEX "opt_outs_to_review" ON "opt_outs" USING btree ("account_id","review_by") WHERE review_by is not null;--> statement-breakpoint
CREATE INDEX "mentions_by_conversation" ON "mentions" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "reads_by_conversation" ON "reads" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "carrier_events_by_time" ON "carrier_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "inbound_seen_by_time" ON "inbound_seen" USING btree ("at");--> statement-breakpoint
CREATE INDEX "inbound_strays_by_number" ON "inbound_strays" USING btree ("to_phone","at");--> statement-breakpoint
CREATE INDEX "texts_due" ON "texts" USING btree ("number_id","priority","next_at") WHERE carrier_id is null and parked_at is null;--> statement-breakpoint
CREATE INDEX "texts_without_receipt" ON "texts" USING btree ("next_at") WHERE carrier_id is not null;--> statement-breakpoint
CREATE INDEX "texts_by_conversation" ON "texts" USING btree ("conversation_id","seq");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_account_id_conversation_id_conversations_account_id_id_fk" FOREIGN KEY ("account_id","conversation_id") REFERENCES "public"."conversations"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("account_id","name","id");--> statement-breakpoint
CREATE INDEX "contacts_by_trigrams" ON "contacts" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contacts_by_pairs" ON "contacts" USING gin ("account_id",search_pairs("search"));--> statement-breakpoint
CREATE INDEX "inbox_all" ON "conversations" USING btree ("account_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "inbox_by_line" ON "conversations" USING btree ("number_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "inbox_mine" ON "conversations" USING btree ("claimed_by","last_message_at","id") WHERE claimed_by is not null;--> statement-breakpoint
CREATE INDEX "inbox_unclaimed" ON "conversations" USING btree ("number_id","last_message_at","id") WHERE claimed_by is null and closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_thread" ON "messages" USING btree ("conversation_id","seq");--> statement-breakpoint
CREATE INDEX "messages_history" ON "messages" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "messages_by_line" ON "messages" USING btree ("number_id","at","id");--> statement-breakpoint
CREATE INDEX "messages_by_words" ON "messages" USING gin (lower("body") gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "messages_carrier_key" ON "messages" USING btree ("carrier_id") WHERE carrier_id is not null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_text_has_direction" CHECK (("messages"."kind" = 'text') = ("messages"."direction" is not null));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_sent_has_state" CHECK (coalesce("messages"."direction" = 'out', false) = ("messages"."state" is not null));