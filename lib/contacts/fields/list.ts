import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { contactFields, contacts } from "@/db/schema";
import { contactFieldsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { campaignsWith } from "./campaigns-with";

/** So many at most: each is an input of every contact's form. */
export const MOST_FIELDS = 20;

/** A company's own fields of contacts, in the order in which they were added. */
export const listContactFields = (viewer: Viewer) =>
  db
    .select({ id: contactFields.id, key: contactFields.key, name: contactFields.name })
    .from(contactFields)
    .where(and(contactFieldsWithin(viewer), isNull(contactFields.removedAt)))
    .orderBy(asc(contactFields.id));

export type ContactField = Awaited<ReturnType<typeof listContactFields>>[number];

/** One of them, how many contacts have a value, and the campaigns that still say it. */
export async function getContactField(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [field] = await db
    .select({
      id: contactFields.id,
      name: contactFields.name,
      nameKey: contactFields.nameKey,
      revision: contactFields.revision,
      count: sql<number>`(select count(*)::int from ${contacts} c
        where c.account_id = contact_fields.account_id and c.deleted_at is null and c.field_values ? contact_fields.key)`,
    })
    .from(contactFields)
    .where(and(contactFieldsWithin(viewer), isNull(contactFields.removedAt), eq(contactFields.id, id)));
  return field && { ...field, campaigns: await campaignsWith(db, viewer, field) };
}
