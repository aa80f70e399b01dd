import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { contactFields } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { OUTBOX_CHANNEL } from "../../outbox/enqueue";
import { campaignsWith, namesOf } from "./campaigns-with";
import { contactFieldId, managedField } from "./managed-field";

export const RemoveContactField = z.object({ fieldId: contactFieldId, once: fields.once });

/**
 * Nobody sees its values from here on; the worker takes them away (`empty-removed.ts`). What is scheduled or under way may
 * still say it: then it stays. A draft that says it can't be sent until its text is another.
 */
export const removeContactField = (viewer: Viewer, input: z.output<typeof RemoveContactField>) =>
  change(viewer, input.once, async (c) => {
    const field = await managedField(c, viewer, input.fieldId);
    const { begun } = await campaignsWith(c.tx, viewer, field);
    if (begun.length > 0)
      throw new Refused(`It stays: campaigns that are still to be sent say it (${namesOf(begun)}).`);
    await c.tx.update(contactFields).set({ removedAt: sql`now()` }).where(eq(contactFields.id, field.id));
    await c.tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
    c.record("contact-field.removed", field);
    return { name: field.name };
  });
