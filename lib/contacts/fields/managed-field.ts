import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { contactFields } from "@/db/schema";
import { holdsEverywhere } from "../../access/can";
import { contactFieldsWithin } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { NotFound } from "../../errors";

export const contactFieldId = z.uuid("Not found.");

/** They are the whole company's, in every contact: a part of it does not change them. */
export const refuseStranger = (viewer: Viewer) => {
  if (!holdsEverywhere(viewer, "contacts.manage")) throw new NotFound();
};

/** One that the viewer may change, and that nobody fills in or writes of until the change is done. */
export function managedField(c: Change, viewer: Viewer, id: string) {
  refuseStranger(viewer);
  return c.one(
    c.tx
      .select()
      .from(contactFields)
      .where(and(contactFieldsWithin(viewer), isNull(contactFields.removedAt), eq(contactFields.id, id)))
      .for("update"),
  );
}
