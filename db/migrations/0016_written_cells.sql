ALTER TABLE "invitation_batches" ADD COLUMN "choice" jsonb;--> statement-breakpoint
ALTER TABLE "invitation_rows" ADD COLUMN "written" text[];