import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { contactImports } from "@/db/schema";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";

/** A list to import is its maker's; nobody else's, and nobody's who may not manage contacts any more. */
export const ownImport = (viewer: Viewer, importId: string) =>
  and(
    can(viewer, "contacts.manage") ? undefined : sql`false`,
    eq(contactImports.id, importId),
    eq(contactImports.accountId, viewer.accountId),
    eq(contactImports.madeBy, viewer.memberId),
  );

/** One that is read whole and not confirmed yet. */
export const ownDraftImport = (viewer: Viewer, importId: string) =>
  and(ownImport(viewer, importId), isNotNull(contactImports.readAt), isNull(contactImports.confirmedAt));
