import { sql } from "drizzle-orm";
import { keepBooks } from "../../change";

/**
 * PostgreSQL plans by what it counted last, which may have been before any of these rows were there: a slice that takes
 * half a second took ten then, and was given up. So it counts anew where many have just come.
 */
export const analyzeImported = () =>
  keepBooks((tx) => tx.execute(sql`analyze contact_import_rows, contacts, contact_group_members, consent_events`));
