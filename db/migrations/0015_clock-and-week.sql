ALTER TABLE "users" ADD COLUMN "clock" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "week_start" text;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_clock_known" CHECK ("users"."clock" in ('12', '24'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_week_start_known" CHECK ("users"."week_start" in ('mon', 'sat', 'sun'));