CREATE TABLE "kept_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"page" "bytea" NOT NULL,
	"form" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_forms_key" ON "kept_forms" USING btree ("member_id","page","form");--> statement-breakpoint
CREATE INDEX "kept_forms_by_end" ON "kept_forms" USING btree ("expires_at");