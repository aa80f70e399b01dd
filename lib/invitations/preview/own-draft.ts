import { and, eq, isNull } from "drizzle-orm";
import { invitationBatches } from "@/db/schema";
import type { Viewer } from "../../access/viewer";

/** A batch of invitations is its maker's; nobody else's. */
export const ownBatch = (viewer: Viewer, batchId: string) =>
  and(
    eq(invitationBatches.id, batchId),
    eq(invitationBatches.accountId, viewer.accountId),
    eq(invitationBatches.invitedBy, viewer.memberId),
  );

/** A preview that its maker has not confirmed yet. */
export const ownDraft = (viewer: Viewer, batchId: string) =>
  and(ownBatch(viewer, batchId), isNull(invitationBatches.confirmedAt));
