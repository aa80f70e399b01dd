import { v7 } from "uuid";
import { z } from "zod";
import { contactGroups } from "@/db/schema";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { NotFound } from "../../errors";
import * as fields from "../../fields";
import { groupName } from "./managed-contact-group";

export const AddContactGroup = z.object({ name: groupName, once: fields.once });

export const addContactGroup = (viewer: Viewer, { name, once }: z.output<typeof AddContactGroup>) =>
  change(viewer, once, async (c) => {
    if (!can(viewer, "contacts.manage")) throw new NotFound();
    const group = { id: v7(), accountId: viewer.accountId, name };
    await c.tx.insert(contactGroups).values(group);
    c.record("contact-group.added", group);
    return { id: group.id, name };
  });
