CREATE TYPE "public"."invitation_state" AS ENUM('waiting', 'invited', 'failed', 'left out');--> statement-breakpoint
CREATE TYPE "public"."invitation_verdict" AS ENUM('new', 'guest', 'here', 'pending', 'wrong', 'beyond');--> statement-breakpoint
CREATE TABLE "invitation_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"invited_by" uuid NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation_rows" (
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"email" text NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"last_name" text DEFAULT '' NOT NULL,
	"roles" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"products" text[] DEFAULT '{}' NOT NULL,
	"lines" uuid[] DEFAULT '{}' NOT NULL,
	"verdict" "invitation_verdict" NOT NULL,
	"problem" text,
	"state" "invitation_state" NOT NULL,
	"member_id" uuid,
	CONSTRAINT "invitation_rows_batch_id_position_pk" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
DROP INDEX "groups_parent_idx";--> statement-breakpoint
DROP INDEX "audit_by_subject";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "roles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "group_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation_batches" ADD CONSTRAINT "invitation_batches_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_batches" ADD CONSTRAINT "invitation_batches_invited_by_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_rows" ADD CONSTRAINT "invitation_rows_batch_id_invitation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."invitation_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_batches_due" ON "invitation_batches" USING btree ("confirmed_at") WHERE confirmed_at is not null and finished_at is null;--> statement-breakpoint
CREATE INDEX "invitation_batches_by_maker" ON "invitation_batches" USING btree ("invited_by","created_at");--> statement-breakpoint
CREATE INDEX "invitation_batches_by_account" ON "invitation_batches" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "invitation_rows_waiting" ON "invitation_rows" USING btree ("batch_id","position") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit_events" USING btree ("actor_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "audit_events" USING btree ("account_id","action","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_sibling_key" ON "groups" USING btree ("parent_id",lower("name"));--> statement-breakpoint
CREATE INDEX "groups_by_account" ON "groups" USING btree ("account_id","parent_id","name");--> statement-breakpoint
CREATE INDEX "members_by_access" ON "members" USING gin ("group_ids","roles");--> statement-breakpoint
CREATE INDEX "numbers_by_group" ON "numbers" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit_events" USING btree ("subject_id","created_at","id");