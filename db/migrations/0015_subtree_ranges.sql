DROP INDEX "members_by_name";--> statement-breakpoint
ALTER TABLE "role_assignments" DROP CONSTRAINT "role_assignments_member_id_role_group_id_pk";--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_member_id_group_id_role_pk" PRIMARY KEY("member_id","group_id","role");--> statement-breakpoint
CREATE INDEX "groups_by_path" ON "groups" USING btree ("account_id","path");--> statement-breakpoint
CREATE INDEX "members_by_place" ON "members" USING btree ("account_id","within","status");--> statement-breakpoint
CREATE INDEX "members_by_name" ON "members" USING btree ("account_id","name_key","id","within");