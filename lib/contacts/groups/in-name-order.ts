import { type SQL, sql } from "drizzle-orm";
import { contactGroups } from "@/db/schema";

/** As people count, and as groups and numbers are ordered: "List 2" before "List 10", whatever the case. */
export const inNameOrder: SQL = sql`${contactGroups.name} collate natural_order`;
