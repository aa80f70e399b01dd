import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { contactFields } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { type Change, change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { fieldName } from "./field-name";
import { MOST_FIELDS } from "./list";
import { refuseStranger } from "./managed-field";
import { nameKey } from "./name-key";

export const AddContactField = z.object({ name: fieldName, once: fields.once });

export const addContactField = (viewer: Viewer, { name, once }: z.output<typeof AddContactField>) =>
  change(viewer, once, async (c) => {
    refuseStranger(viewer);
    await addFields(c, viewer, [{ name }]);
    return { name };
  });

/** Whoever else adds or renames a field waits. */
export const holdNames = ({ tx }: Change, accountId: string) =>
  tx.execute(sql`select from accounts where id = ${accountId}::uuid for no key update`);

/** Counted after, under the account's lock: two who add the last one at once don't both. */
export async function addFields(c: Change, { accountId }: Viewer, added: readonly { name: string; key?: string }[]) {
  await holdNames(c, accountId);
  const rows = added.map(({ name, key }) => ({
    ...{ id: v7(), accountId, name, nameKey: nameKey(name) },
    ...(key !== undefined && { key }),
  }));
  await c.tx.insert(contactFields).values(rows);
  const there = and(eq(contactFields.accountId, accountId), isNull(contactFields.removedAt));
  if ((await c.tx.$count(contactFields, there)) > MOST_FIELDS)
    throw new Refused(`A company has ${MOST_FIELDS} of them at most. Remove one first.`, { field: "name" });
  for (const { id, name } of rows) c.record("contact-field.added", { id, accountId, name });
}
