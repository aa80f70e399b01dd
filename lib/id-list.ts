import { sql } from "drizzle-orm";

/** Ids as PostgreSQL reads a list of them: one parameter, however many they are. */
export const idList = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;
