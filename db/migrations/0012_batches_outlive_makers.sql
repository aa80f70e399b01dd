ALTER TABLE "invitation_batches" DROP CONSTRAINT "invitation_batches_invited_by_members_id_fk";
