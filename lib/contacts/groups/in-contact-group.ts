import { sql } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/db/schema";

/** Of contacts: those in that group. Whoever sees one of them sees the group, too. */
export const inContactGroup = (groupId: string) =>
  sql`exists (select from ${contactGroupMembers} where ${contactGroupMembers.groupId} = ${groupId}::uuid
    and ${contactGroupMembers.contactId} = ${contacts.id})`;
