import { z } from "zod";
import { isRole, roleNames } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { giveRole } from "../members/access/roles";
import { memberByLogin } from "../members/find-by-login";
import { refuseSelf } from "../members/managed-members";
import { groupToGive } from "./managed-group";

export const role = z.string({ error: "Choose a role." }).refine(isRole, "Choose a role.");

export const AssignUser = z.object({
  groupId: z.uuid("Not found."),
  person: fields.identifier(254, "Enter a username or an email address."),
  role,
  once: fields.once,
});

/** A role at this group, and so at everything under it, for somebody whom the viewer manages. */
export const assignUser = (viewer: Viewer, input: z.output<typeof AssignUser>) =>
  change(viewer, input.once, async (c) => {
    const { role } = input;
    const group = await groupToGive(c, viewer, input.groupId);
    const member = await memberByLogin(c, viewer, input.person);
    refuseSelf(viewer, member);
    const given = await giveRole(c, viewer, [member], { role, group });
    if (given.length === 0) throw new Refused(`${member.name} has that role here already.`, { field: "person" });
    return { name: member.name, role: roleNames[role], group: group.name, undo: c.undo() };
  });
