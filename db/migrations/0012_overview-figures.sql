CREATE TABLE "login_counts" (
	"group_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "login_counts_group_id_at_pk" PRIMARY KEY("group_id","at")
);
--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "account_id" uuid;--> statement-breakpoint
ALTER TABLE "login_counts" ADD CONSTRAINT "login_counts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "login_counts_by_time" ON "login_counts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "links_invitations" ON "links" USING btree ("account_id","expires_at") WHERE used_at is null and revoked_at is null and purpose = 'invitation';--> statement-breakpoint
UPDATE "links" SET "account_id" = m."account_id" FROM "members" m
  WHERE m."id" = "links"."member_id" AND "used_at" IS NULL AND "revoked_at" IS NULL AND "purpose" = 'invitation';--> statement-breakpoint
INSERT INTO "login_counts" ("group_id", "at", "times")
  SELECT place.group_id, date_bin('15 minutes', l."at", 'epoch'), count(*) FROM "logins" l
    JOIN "members" m ON m."id" = l."member_id"
    CROSS JOIN LATERAL (SELECT unnest(m."within") AS group_id
      UNION SELECT "id" FROM "groups" g WHERE g."account_id" = m."account_id" AND g."parent_id" IS NULL) place
   WHERE l."at" > now() - interval '35 days' GROUP BY 1, 2;
