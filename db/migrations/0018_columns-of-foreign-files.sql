CREATE TABLE "column_mappings" (
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"headings" "bytea" NOT NULL,
	"fields" jsonb NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "column_mappings_account_id_purpose_headings_pk" PRIMARY KEY("account_id","purpose","headings")
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
ALTER TABLE "invitation_rows" ADD COLUMN "left_reason" text;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_sources" ADD CONSTRAINT "invitation_sources_batch_id_invitation_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."invitation_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "column_mappings_used" ON "column_mappings" USING btree ("used_at");