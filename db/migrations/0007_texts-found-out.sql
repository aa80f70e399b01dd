ALTER TABLE "line_pace" ADD COLUMN "trouble" integer;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "searched_at" timestamp (3) with time zone;