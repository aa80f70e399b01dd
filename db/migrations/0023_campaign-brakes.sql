CREATE TYPE "public"."auto_replace" AS ENUM('off', 'table', 'all');--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "confirm_above" integer;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "auto_replace" "auto_replace" DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "replacements" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "paused_count" integer;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "judged_from" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "waits_after_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "edited_by" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asked_by_name" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "confirmed_by_name" text;--> statement-breakpoint
CREATE INDEX "recipients_in_order" ON "campaign_recipients" USING btree ("campaign_id","message_id") WHERE message_id is not null;