CREATE TABLE "carrier_numbers" (
	"e164" text PRIMARY KEY NOT NULL,
	"webhook" text,
	"can_text" boolean NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_asks" (
	"number_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"error" text
);
--> statement-breakpoint
ALTER TABLE "webhook_asks" ADD CONSTRAINT "webhook_asks_account_id_number_id_numbers_account_id_id_fk" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;