DROP INDEX "members_by_search";--> statement-breakpoint
CREATE INDEX "members_by_trigrams" ON "members" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "users_by_skeleton" ON "users" USING btree ("home_account_id",username_skeleton("username"));