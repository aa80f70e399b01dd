import { eq } from "drizzle-orm";
import { z } from "zod";
import { contactFields } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { refuseOverwrite, revision } from "../../revision";
import { holdNames } from "./add";
import { renameInCampaigns } from "./campaigns-with";
import { fieldName } from "./field-name";
import { contactFieldId, managedField, refuseStranger } from "./managed-field";
import { nameKey } from "./name-key";

export const RenameContactField = z.object({ fieldId: contactFieldId, name: fieldName, revision, once: fields.once });

/** The values are not known by it; texts of campaigns that are not sent yet say it by its new name. */
export const renameContactField = (viewer: Viewer, input: z.output<typeof RenameContactField>) =>
  change(viewer, input.once, async (c) => {
    refuseStranger(viewer);
    await holdNames(c, viewer.accountId);
    const field = await managedField(c, viewer, input.fieldId);
    refuseOverwrite(field, input);
    const { name } = input;
    if (name === field.name) return c.unchanged({ name });
    await c.tx
      .update(contactFields)
      .set({ name, nameKey: nameKey(name) })
      .where(eq(contactFields.id, field.id));
    await renameInCampaigns(c, viewer, { nameKey: field.nameKey, to: name });
    c.record("contact-field.renamed", { ...field, name }, { before: { name: field.name }, after: { name } });
    return { name };
  });
