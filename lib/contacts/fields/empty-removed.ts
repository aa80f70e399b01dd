import { and, eq, isNotNull, sql } from "drizzle-orm";
import { contactFields } from "@/db/schema";
import { keepBooks } from "../../change";

const AT_ONCE = 5000;

/** Takes the values of removed fields from contacts, from lists that wait to be imported, and from what merges keep. */
export async function emptyRemovedFields(stop?: AbortSignal): Promise<void> {
  while (!stop?.aborted && (await emptySlice())) {}
}

/** The next contacts by id; when there are none left, the field's own row. False when no field is removed. */
const emptySlice = (): Promise<boolean> =>
  keepBooks(async (tx) => {
    const [field] = await tx
      .select()
      .from(contactFields)
      .where(isNotNull(contactFields.removedAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!field) return false;
    const { id, accountId, key, emptiedUpTo } = field;
    const [slice] = await tx.execute<{ last: string | null }>(sql`
      select (array_agg(id order by id desc))[1] as last from (select id from contacts
        where account_id = ${accountId}::uuid and (${emptiedUpTo}::uuid is null or id > ${emptiedUpTo}::uuid)
        order by id limit ${AT_ONCE}) slice`);
    if (slice?.last) {
      await tx.execute(sql`with theirs as (select id from contacts
          where account_id = ${accountId}::uuid and (${emptiedUpTo}::uuid is null or id > ${emptiedUpTo}::uuid)
            and id <= ${slice.last}::uuid and (field_values ? ${key} or before_merge is not null)
          order by id for no key update)
        update contacts c set field_values = field_values - ${key}::text,
          before_merge = before_merge #- ${`{from,fieldValues,${key}}`} #- ${`{into,fieldValues,${key}}`}
            #- ${`{merged,fieldValues,${key}}`}
        from theirs where c.id = theirs.id`);
      await tx.update(contactFields).set({ emptiedUpTo: slice.last }).where(eq(contactFields.id, id));
      return true;
    }
    await tx.execute(sql`update contact_import_rows set field_values = field_values - ${key}::text
      where import_id in (select id from contact_imports where account_id = ${accountId}::uuid) and field_values ? ${key}`);
    await tx.delete(contactFields).where(and(eq(contactFields.id, id), isNotNull(contactFields.removedAt)));
    return true;
  });
