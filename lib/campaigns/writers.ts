import { sql } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import type { Viewer } from "../access/viewer";

export type Writers = { madeBy: string; writtenBy: string | null; editedBy: string | null; askedBy: string | null };

/** Whoever wrote it has no second word on it: who made it, who edited it last, and who asks. */
export const writersOf = ({ madeBy, writtenBy, editedBy, askedBy }: Writers) =>
  [writtenBy ?? madeBy, editedBy, askedBy].filter((id) => id !== null);

export const hasWritten = ({ memberId }: Viewer, campaign: Writers) => writersOf(campaign).includes(memberId);

/** The same of a row. */
export const isOneOf = ({ memberId }: Viewer) =>
  sql<boolean>`coalesce(${memberId} in (coalesce(${campaigns.writtenBy}, ${campaigns.madeBy}), ${campaigns.editedBy}, ${campaigns.askedBy}), false)`;

export const NOT_YOURS = "Somebody else has to confirm it: you have made it, edited it last, or ask for it.";

/** What an edit leaves of a question. */
export const NOBODY_ASKS = { askedAt: null, askedBy: null, askedByName: null };
