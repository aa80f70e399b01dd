DROP INDEX "inbox_by_line";--> statement-breakpoint
CREATE INDEX "inbox_open" ON "conversations" USING btree ("number_id","last_message_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "inbox_done" ON "conversations" USING btree ("number_id","last_message_at","id") WHERE closed_at is not null;