CREATE TYPE "public"."delivery_state" AS ENUM('delayed', 'delivered', 'bounced', 'complained', 'failed');--> statement-breakpoint
CREATE TABLE "deliveries" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"state" "delivery_state" NOT NULL,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL
);
