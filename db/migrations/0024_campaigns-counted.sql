ALTER TABLE "campaigns" ADD COLUMN "counted" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "counted_at" timestamp (3) with time zone;