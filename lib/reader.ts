import type { db } from "@/db";

/** A handle that can select: the reading one, or that of a change. */
export type Reader = Pick<typeof db, "select">;
