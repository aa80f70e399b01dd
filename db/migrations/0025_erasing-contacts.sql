ALTER TYPE "public"."opt_out_way" ADD VALUE 'erasure';--> statement-breakpoint
CREATE TABLE "erased_phones" (
	"account_id" uuid NOT NULL,
	"phone_hmac" "bytea" NOT NULL,
	"had_opted_out" boolean NOT NULL,
	"erased_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erased_phones_account_id_phone_hmac_pk" PRIMARY KEY("account_id","phone_hmac")
);
--> statement-breakpoint
CREATE TABLE "erasure_keys" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "erased_phones" ADD CONSTRAINT "erased_phones_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_keys" ADD CONSTRAINT "erasure_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsubscribe_links_by_phone" ON "unsubscribe_links" USING btree ("account_id","phone");