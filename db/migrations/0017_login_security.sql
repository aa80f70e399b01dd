ALTER TYPE "public"."link_purpose" ADD VALUE 'email-stop';--> statement-breakpoint
ALTER TYPE "public"."link_purpose" ADD VALUE 'email-check';--> statement-breakpoint
CREATE TABLE "refused_logins" (
	"user_id" uuid NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refused_logins_user_id_hour_address_user_agent_pk" PRIMARY KEY("user_id","hour","address","user_agent")
);
--> statement-breakpoint
DROP INDEX "links_live_key";--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "replaced_by" uuid;--> statement-breakpoint
UPDATE "links" "older" SET "replaced_by" = "newer"."id" FROM "links" "newer"
  WHERE "older"."member_id" = "newer"."member_id" AND "older"."purpose" = "newer"."purpose"
    AND "older"."id" <> "newer"."id" AND "older"."revoked_at" = "newer"."created_at";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "password_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "sessions" SET "password_at" = "created_at";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_unchecked_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refused_logins" ADD CONSTRAINT "refused_logins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refused_logins_by_user" ON "refused_logins" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "refused_logins_by_time" ON "refused_logins" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "links_live_key" ON "links" USING btree ("member_id","purpose") WHERE used_at is null and revoked_at is null and purpose in ('invitation', 'reset', 'email-change');