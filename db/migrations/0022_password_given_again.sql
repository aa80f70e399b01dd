ALTER TABLE "sessions" ALTER COLUMN "password_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "password_at" DROP NOT NULL;