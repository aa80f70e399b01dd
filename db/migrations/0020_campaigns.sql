CREATE TYPE "public"."campaign_at_close" AS ENUM('go on', 'stop');--> statement-breakpoint
CREATE TYPE "public"."campaign_state" AS ENUM('draft', 'scheduled', 'sending', 'paused', 'stopped');--> statement-breakpoint
CREATE TYPE "public"."recipient_state" AS ENUM('waiting', 'queued', 'sent', 'delivered', 'failed', 'left');--> statement-breakpoint
CREATE TABLE "campaign_groups" (
	"account_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "campaign_groups_campaign_id_group_id_pk" PRIMARY KEY("campaign_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_recipients" (
	"campaign_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"zone" text NOT NULL,
	"not_before" timestamp (3) with time zone,
	"until" timestamp (3) with time zone,
	"state" "recipient_state" DEFAULT 'waiting' NOT NULL,
	"error_code" integer,
	"message_id" uuid,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "campaign_recipients_campaign_id_contact_id_pk" PRIMARY KEY("campaign_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"state" "campaign_state" DEFAULT 'draft' NOT NULL,
	"paused_because" text,
	"starts_at" timestamp (3) with time zone,
	"starts_on" text,
	"own_zones" boolean DEFAULT false NOT NULL,
	"at_close" "campaign_at_close" DEFAULT 'go on' NOT NULL,
	"frozen_up_to" uuid,
	"frozen_at" timestamp (3) with time zone,
	"zones" text[] DEFAULT '{}' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_by_name" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_account_id_key" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "campaign_groups" ADD CONSTRAINT "campaign_groups_campaign" FOREIGN KEY ("account_id","campaign_id") REFERENCES "public"."campaigns"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_groups" ADD CONSTRAINT "campaign_groups_group" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."contact_groups"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_campaign" FOREIGN KEY ("account_id","campaign_id") REFERENCES "public"."campaigns"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_groups_by_group" ON "campaign_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "recipients_waiting" ON "campaign_recipients" USING btree ("campaign_id","zone","contact_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "recipients_by_state" ON "campaign_recipients" USING btree ("campaign_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "recipients_by_message" ON "campaign_recipients" USING btree ("message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "recipients_by_contact" ON "campaign_recipients" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "campaigns_newest" ON "campaigns" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "campaigns_under_way" ON "campaigns" USING btree ("state") WHERE state in ('scheduled', 'sending');--> statement-breakpoint
CREATE INDEX "texts_by_campaign" ON "texts" USING btree ("campaign_id") WHERE campaign_id is not null;