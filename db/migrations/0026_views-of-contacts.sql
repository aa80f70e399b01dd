CREATE TYPE "public"."kept_list" AS ENUM('users', 'contacts');--> statement-breakpoint
DROP INDEX "saved_views_name_key";--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "list" "kept_list" DEFAULT 'users' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name_key" ON "saved_views" USING btree ("member_id","list",lower("name"));