import { z } from "zod";
import { roleNames } from "../access/permissions";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { releaseUnanswerable } from "../conversations/release";
import { NotFound } from "../errors";
import * as fields from "../fields";
import { keepAnAdmin } from "../members/access/keep-an-admin";
import { keepARole, takeRole } from "../members/access/roles";
import { managedMember, refuseSelf } from "../members/managed-members";
import { role } from "./assign";
import { groupToGive } from "./managed-group";

export const UnassignUser = z.object({
  groupId: z.uuid("Not found."),
  memberId: fields.memberId,
  role,
  once: fields.once,
});

/** Takes one role that somebody holds at this very group; what they hold elsewhere stays. */
export const unassignUser = (viewer: Viewer, input: z.output<typeof UnassignUser>) =>
  change(viewer, input.once, async (c) => {
    const { role } = input;
    const group = await groupToGive(c, viewer, input.groupId);
    const member = await managedMember(c, viewer, input.memberId);
    refuseSelf(viewer, member);
    const taken = await takeRole(c, [member], { role, group });
    if (taken.length === 0) throw new NotFound();
    await keepARole(c, taken);
    await releaseUnanswerable(c, { memberIds: [member.id] });
    // Below the root nobody's being an Admin of the whole is at stake, and moving groups need not be waited for.
    if (group.parentId === null) await keepAnAdmin(c, member.accountId);
    return { name: member.name, role: roleNames[role], group: group.name, undo: c.undo() };
  });
