import type { members } from "@/db/schema";

/** Derived by the database alone (the column is generated), in this order: disabled, else not yet accepted, else in. */
export type Status = (typeof members.$inferSelect)["status"];

export const statuses = ["Active", "Pending", "Disabled"] as const satisfies readonly Status[];
