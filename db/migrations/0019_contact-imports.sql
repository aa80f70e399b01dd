CREATE TYPE "public"."contact_verdict" AS ENUM('new', 'changes', 'same', 'opted out', 'unreadable', 'twice');--> statement-breakpoint
CREATE TABLE "contact_import_rows" (
	"import_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"position" integer NOT NULL,
	"cells" text[] NOT NULL,
	"is_surplus" boolean DEFAULT false NOT NULL,
	"contact_id" uuid NOT NULL,
	"phone" text,
	"first_name" text,
	"last_name" text,
	"email" text,
	"company" text,
	"time_zone" text,
	"notes" text,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"consent" boolean,
	"consent_source" text,
	"blacklisted" boolean DEFAULT false NOT NULL,
	"problem" text,
	"verdict" "contact_verdict",
	"changes" text[] DEFAULT '{}' NOT NULL,
	"twin" integer,
	"included" boolean DEFAULT false NOT NULL,
	CONSTRAINT "contact_import_rows_import_id_nth_pk" PRIMARY KEY("import_id","nth")
);
--> statement-breakpoint
CREATE TABLE "contact_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"name" text NOT NULL,
	"choice" jsonb NOT NULL,
	"text" text,
	"alphabet" text,
	"columns" jsonb NOT NULL,
	"headings" json NOT NULL,
	"has_headings" boolean NOT NULL,
	"secret" text[] NOT NULL,
	"problem" text,
	"total" integer DEFAULT 0 NOT NULL,
	"read_to" integer DEFAULT 0 NOT NULL,
	"taken_to" integer DEFAULT 0 NOT NULL,
	"reading" integer DEFAULT 1 NOT NULL,
	"read_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_import_rows" ADD CONSTRAINT "contact_import_rows_import_id_contact_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."contact_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_imports" ADD CONSTRAINT "contact_imports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_import_rows_by_phone" ON "contact_import_rows" USING btree ("import_id","phone","nth");--> statement-breakpoint
CREATE INDEX "contact_imports_due" ON "contact_imports" USING btree ("created_at") WHERE problem is null and finished_at is null and (read_at is null or confirmed_at is not null);--> statement-breakpoint
CREATE INDEX "contact_imports_by_account" ON "contact_imports" USING btree ("account_id");