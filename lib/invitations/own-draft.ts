import { and, eq, isNull } from "drizzle-orm";
import { invitationBatches } from "@/db/schema";
import type { Viewer } from "../access/viewer";

/** A preview that its maker has not confirmed yet; nobody else's. */
export const ownDraft = (viewer: Viewer, batchId: string) =>
  and(
    eq(invitationBatches.id, batchId),
    eq(invitationBatches.accountId, viewer.accountId),
    eq(invitationBatches.invitedBy, viewer.memberId),
    isNull(invitationBatches.confirmedAt),
  );
