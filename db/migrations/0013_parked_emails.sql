ALTER TABLE "outbox" ADD COLUMN "unknown_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "outbox" SET "decided_at" = now() WHERE state = 'failed' AND error LIKE 'dropped:%';--> statement-breakpoint
CREATE INDEX "outbox_undecided" ON "outbox" USING btree ("account_id","created_at") WHERE state = 'failed' and decided_at is null;
