import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { contactGroupMembers, contactGroups, contacts } from "@/db/schema";
import { can } from "../../access/can";
import { contactGroupsWithin, contactsManagedBy } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { NotFound, Refused } from "../../errors";
import * as fields from "../../fields";

export const groupName = fields.line(80, "Enter a name, such as Regulars.");
export const contactGroupId = z.uuid("Choose a group.");

const columns = {
  id: contactGroups.id,
  accountId: contactGroups.accountId,
  name: contactGroups.name,
  revision: contactGroups.revision,
};

/** A contact group that the viewer sees, if they may manage contacts. It can't be removed until the change is done. */
export function seenContactGroup(c: Change, viewer: Viewer, id: string, lock: "share" | "update" = "share") {
  if (!can(viewer, "contacts.manage")) throw new NotFound();
  const found = c.tx
    .select(columns)
    .from(contactGroups)
    .where(and(contactGroupsWithin(viewer), eq(contactGroups.id, id)))
    .for(lock);
  return c.one(found);
}

/** One whose contacts are all the viewer's to manage, and that nobody joins meanwhile. */
export async function wholeContactGroup(c: Change, viewer: Viewer, id: string) {
  const group = await seenContactGroup(c, viewer, id, "update");
  const [other] = await c.tx
    .select({ id: contactGroupMembers.contactId })
    .from(contactGroupMembers)
    .innerJoin(contacts, eq(contacts.id, contactGroupMembers.contactId))
    .where(and(eq(contactGroupMembers.groupId, id), sql`(${contactsManagedBy(viewer)}) is not true`))
    .limit(1);
  if (other) throw new Refused("There are contacts in it that you don't manage. Ask an Admin of your company.");
  return group;
}
