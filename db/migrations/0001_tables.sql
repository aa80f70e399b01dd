CREATE TYPE "public"."direction" AS ENUM('in', 'out');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('delayed', 'delivered', 'bounced', 'complained', 'failed');--> statement-breakpoint
CREATE TYPE "public"."email_state" AS ENUM('queued', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."invitation_state" AS ENUM('waiting', 'invited', 'failed', 'left out');--> statement-breakpoint
CREATE TYPE "public"."invitation_verdict" AS ENUM('new', 'guest', 'here', 'pending', 'wrong', 'beyond');--> statement-breakpoint
CREATE TYPE "public"."link_purpose" AS ENUM('invitation', 'reset', 'email-change', 'email-stop', 'email-check');--> statement-breakpoint
CREATE TYPE "public"."member_status" AS ENUM('Active', 'Pending', 'Disabled');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"phone" text,
	"website" text,
	"time_zone" text NOT NULL,
	"country" text DEFAULT 'US' NOT NULL,
	"active_count" integer DEFAULT 0 NOT NULL,
	"pending_count" integer DEFAULT 0 NOT NULL,
	"disabled_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" uuid,
	"subject_name" text,
	"details" jsonb,
	"batch_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_account_phone_key" UNIQUE("account_id","phone"),
	CONSTRAINT "contacts_account_id_key" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"claimed_by" uuid,
	"last_message_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_number_contact_key" UNIQUE("number_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"direction" "direction" NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid,
	"author_name" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"state" "delivery_state" NOT NULL,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"member_id" uuid,
	"template" text NOT NULL,
	"to" text NOT NULL,
	"props" jsonb NOT NULL,
	"secret" "bytea",
	"state" "email_state" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease" uuid,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"error" text,
	"provider_id" text,
	"sending_batch" uuid,
	"unknown_since" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"lost" "delivery_state",
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sending_slots" (
	"second" timestamp (3) with time zone PRIMARY KEY NOT NULL,
	"used" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"is_location" boolean DEFAULT false NOT NULL,
	"path" uuid[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_account_id_key" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "column_mappings" (
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"headings" "bytea" NOT NULL,
	"fields" jsonb NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "column_mappings_account_id_purpose_headings_pk" PRIMARY KEY("account_id","purpose","headings")
);
--> statement-breakpoint
CREATE TABLE "invitation_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"invited_by" uuid NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"choice" jsonb
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
	"written" text[],
	"verdict" "invitation_verdict" NOT NULL,
	"problem" text,
	"left_reason" text,
	"state" "invitation_state" NOT NULL,
	"member_id" uuid,
	CONSTRAINT "invitation_rows_batch_id_position_pk" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
CREATE TABLE "invitation_sources" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"columns" jsonb NOT NULL,
	"alphabet" text,
	"secret" text[] NOT NULL,
	"has_headings" boolean NOT NULL,
	"headings" json NOT NULL,
	"rows" json NOT NULL,
	"reading" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"purpose" "link_purpose" NOT NULL,
	"user_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"email" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"replaced_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "links_token_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"status" "member_status" GENERATED ALWAYS AS (case when disabled_at is not null then 'Disabled'::member_status
          when accepted_at is null then 'Pending'::member_status else 'Active'::member_status end) STORED NOT NULL,
	"default_number_id" uuid,
	"products" text[] DEFAULT '{texting,chat,campaigns,reports}' NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"group_ids" uuid[] DEFAULT '{}' NOT NULL,
	"within" uuid[] DEFAULT '{}' NOT NULL,
	"invited_by" uuid,
	"asked_again_at" timestamp (3) with time zone,
	"last_login_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"name_key" text DEFAULT '' NOT NULL,
	"email_key" text DEFAULT '' NOT NULL,
	"search" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_account_user_key" UNIQUE("account_id","user_id"),
	CONSTRAINT "members_account_id_key" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "role_assignments_member_id_group_id_role_pk" PRIMARY KEY("member_id","group_id","role")
);
--> statement-breakpoint
CREATE TABLE "line_access" (
	"account_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "line_access_member_id_number_id_pk" PRIMARY KEY("member_id","number_id")
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"label" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "numbers_e164_key" UNIQUE("e164"),
	CONSTRAINT "numbers_account_id_key" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "once_keys" (
	"actor" text NOT NULL,
	"key" uuid NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "once_keys_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"password_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"is_new" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sessions_token_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"home_account_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"username" text,
	"email" text NOT NULL,
	"email_unchecked_since" timestamp (3) with time zone,
	"contact_number" text,
	"time_zone" text NOT NULL,
	"locale" text,
	"password_hash" text,
	"password_changed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_username_no_at" CHECK ("users"."username" !~ '@')
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_claimed_by_members_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_contact_id_contacts_account_id_id_fk" FOREIGN KEY ("account_id","contact_id") REFERENCES "public"."contacts"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_parent_id_groups_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_batches" ADD CONSTRAINT "invitation_batches_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_rows" ADD CONSTRAINT "invitation_rows_batch_id_invitation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."invitation_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_sources" ADD CONSTRAINT "invitation_sources_batch_id_invitation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."invitation_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_account_id_member_id_members_account_id_id_fk" FOREIGN KEY ("account_id","member_id") REFERENCES "public"."members"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_account_id_group_id_groups_account_id_id_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_access" ADD CONSTRAINT "line_access_account_id_member_id_members_account_id_id_fk" FOREIGN KEY ("account_id","member_id") REFERENCES "public"."members"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_access" ADD CONSTRAINT "line_access_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "numbers" ADD CONSTRAINT "numbers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "numbers" ADD CONSTRAINT "numbers_account_id_group_id_groups_account_id_id_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."groups"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_logins" ADD CONSTRAINT "refused_logins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_home_account_id_accounts_id_fk" FOREIGN KEY ("home_account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_account" ON "audit_events" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit_events" USING btree ("subject_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit_events" USING btree ("actor_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "audit_events" USING btree ("account_id","action","created_at","id");--> statement-breakpoint
CREATE INDEX "conversations_by_claim" ON "conversations" USING btree ("claimed_by");--> statement-breakpoint
CREATE INDEX "conversations_by_contact" ON "conversations" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "messages_by_conversation" ON "messages" USING btree ("conversation_id","at");--> statement-breakpoint
CREATE INDEX "messages_by_author" ON "messages" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "mailbox_by_time" ON "mailbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("next_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_by_batch" ON "outbox" USING btree ("sending_batch") WHERE state = 'queued' and sending_batch is not null;--> statement-breakpoint
CREATE INDEX "outbox_undecided" ON "outbox" USING btree ("account_id","created_at") WHERE state = 'failed' and decided_at is null;--> statement-breakpoint
CREATE INDEX "outbox_undecided_by_member" ON "outbox" USING btree ("member_id") WHERE state = 'failed' and decided_at is null;--> statement-breakpoint
CREATE INDEX "outbox_by_member" ON "outbox" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_by_account" ON "outbox" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("account_id","created_at","id") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_lost" ON "outbox" USING btree ("account_id","created_at","id") WHERE state = 'failed' or lost is not null;--> statement-breakpoint
CREATE INDEX "outbox_by_address" ON "outbox" USING btree ("account_id",lower("to"),"created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_by_provider" ON "outbox" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_root_key" ON "groups" USING btree ("account_id") WHERE parent_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "groups_sibling_key" ON "groups" USING btree ("parent_id",lower("name"));--> statement-breakpoint
CREATE INDEX "groups_by_account" ON "groups" USING btree ("account_id","parent_id","name");--> statement-breakpoint
CREATE INDEX "groups_by_path" ON "groups" USING btree ("account_id","path");--> statement-breakpoint
CREATE INDEX "column_mappings_used" ON "column_mappings" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "invitation_batches_due" ON "invitation_batches" USING btree ("confirmed_at") WHERE confirmed_at is not null and finished_at is null;--> statement-breakpoint
CREATE INDEX "invitation_batches_by_maker" ON "invitation_batches" USING btree ("invited_by","created_at");--> statement-breakpoint
CREATE INDEX "invitation_batches_by_account" ON "invitation_batches" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "invitation_rows_waiting" ON "invitation_rows" USING btree ("batch_id","position") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "kept_forms_key" ON "kept_forms" USING btree ("member_id","page","form");--> statement-breakpoint
CREATE INDEX "kept_forms_by_end" ON "kept_forms" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "links_live_key" ON "links" USING btree ("member_id","purpose") WHERE used_at is null and revoked_at is null and purpose in ('invitation', 'reset', 'email-change');--> statement-breakpoint
CREATE INDEX "links_by_member" ON "links" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "links_by_user" ON "links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "members_user_idx" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "members_by_name" ON "members" USING btree ("account_id","name_key","id","within");--> statement-breakpoint
CREATE INDEX "members_by_email" ON "members" USING btree ("account_id","email_key","id");--> statement-breakpoint
CREATE INDEX "members_by_status" ON "members" USING btree ("account_id","status","name_key","id");--> statement-breakpoint
CREATE INDEX "members_by_last_login" ON "members" USING btree ("account_id",coalesce("last_login_at", '-infinity'),"id");--> statement-breakpoint
CREATE INDEX "members_by_trigrams" ON "members" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "members_by_access" ON "members" USING gin ("group_ids","roles","products");--> statement-breakpoint
CREATE INDEX "members_by_place" ON "members" USING btree ("account_id","within","status");--> statement-breakpoint
CREATE INDEX "members_by_pairs" ON "members" USING gin ("account_id",search_pairs("search"));--> statement-breakpoint
CREATE INDEX "role_assignments_by_role" ON "role_assignments" USING btree ("account_id","role","member_id");--> statement-breakpoint
CREATE INDEX "role_assignments_by_group" ON "role_assignments" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "line_access_by_number" ON "line_access" USING btree ("number_id","member_id");--> statement-breakpoint
CREATE INDEX "numbers_by_label" ON "numbers" USING btree ("account_id","label","id");--> statement-breakpoint
CREATE INDEX "numbers_by_group" ON "numbers" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "once_keys_by_time" ON "once_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "logins_by_member" ON "logins" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "refused_logins_by_user" ON "refused_logins" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "refused_logins_by_time" ON "refused_logins" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_member" ON "sessions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "throttles_by_reset" ON "throttles" USING btree ("resets_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_key" ON "users" USING btree (lower("username"));--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "users_home_account_idx" ON "users" USING btree ("home_account_id");--> statement-breakpoint
CREATE INDEX "users_by_skeleton" ON "users" USING btree ("home_account_id",username_skeleton("username"));