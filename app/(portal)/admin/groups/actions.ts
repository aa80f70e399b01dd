"use server";

import { AddGroup, addGroup } from "@/lib/groups/add";
import { AssignUser, assignUser } from "@/lib/groups/assign";
import { MoveGroup, moveGroup } from "@/lib/groups/move";
import { RemoveGroup, removeGroup } from "@/lib/groups/remove";
import { RenameGroup, renameGroup } from "@/lib/groups/rename";
import { UnassignUser, unassignUser } from "@/lib/groups/unassign";
import { goTo, stay } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";

export const add = formAction(AddGroup, addGroup, ({ id, name }) => goTo(`/admin/groups/${id}`, `${name} is added.`));
export const move = formAction(MoveGroup, moveGroup, ({ name, parent, undo }) =>
  stay(`${name} is now under ${parent}.`, { undo }),
);
export const remove = formAction(RemoveGroup, removeGroup, ({ name, parentId }) =>
  goTo(`/admin/groups/${parentId}`, `${name} is removed.`),
);
export const assign = formAction(AssignUser, assignUser, ({ name, role, group, undo }) =>
  stay(`${name} is now ${role} in ${group}.`, { undo }),
);
export const unassign = formAction(UnassignUser, unassignUser, ({ name, role, group, undo }) =>
  stay(`${name} is no longer ${role} in ${group}.`, { undo }),
);
export const rename = formAction(RenameGroup, renameGroup, ({ name, undo }) => stay(`${name} is saved.`, { undo }), {
  acts: { move, remove, assign, unassign },
});
