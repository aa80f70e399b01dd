CREATE TABLE "subscription_asks" (
	"account_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"message_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"joined_at" timestamp (3) with time zone,
	CONSTRAINT "subscription_asks_link_id_phone_pk" PRIMARY KEY("link_id","phone")
);
--> statement-breakpoint
CREATE TABLE "subscription_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token" text NOT NULL,
	"number_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"wording" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_links_token_key" UNIQUE("token"),
	CONSTRAINT "subscription_links_account_id_key" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"campaign_id" uuid,
	"number_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "subscription_asks" ADD CONSTRAINT "subscription_asks_link" FOREIGN KEY ("account_id","link_id") REFERENCES "public"."subscription_links"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_links" ADD CONSTRAINT "subscription_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_links" ADD CONSTRAINT "subscription_links_line" FOREIGN KEY ("account_id","number_id") REFERENCES "public"."numbers"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_links" ADD CONSTRAINT "subscription_links_group" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."contact_groups"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_asks_by_message" ON "subscription_asks" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "subscription_asks_unanswered" ON "subscription_asks" USING btree ("asked_at") WHERE joined_at is null;--> statement-breakpoint
CREATE INDEX "subscription_links_newest" ON "subscription_links" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "subscription_links_by_group" ON "subscription_links" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_links_by_time" ON "unsubscribe_links" USING btree ("created_at");