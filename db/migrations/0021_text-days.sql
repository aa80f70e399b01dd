CREATE TABLE "counted_days" (
	"account_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"zone" text NOT NULL,
	"until" date NOT NULL,
	CONSTRAINT "counted_days_number_id_zone_pk" PRIMARY KEY("number_id","zone")
);
--> statement-breakpoint
CREATE TABLE "text_days" (
	"account_id" uuid NOT NULL,
	"number_id" uuid NOT NULL,
	"zone" text NOT NULL,
	"day" date NOT NULL,
	"author_id" uuid,
	"author_name" text,
	"texts_in" integer NOT NULL,
	"texts_out" integer NOT NULL,
	"waits" integer[] NOT NULL,
	CONSTRAINT "text_days_key" UNIQUE NULLS NOT DISTINCT("number_id","zone","day","author_id","author_name")
);
--> statement-breakpoint
ALTER TABLE "counted_days" ADD CONSTRAINT "counted_days_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_days" ADD CONSTRAINT "text_days_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;