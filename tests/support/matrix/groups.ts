import { roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { AddGroup, addGroup } from "@/lib/groups/add";
import { AssignUser, assignUser } from "@/lib/groups/assign";
import { MoveGroup, moveGroup } from "@/lib/groups/move";
import { RemoveGroup, removeGroup } from "@/lib/groups/remove";
import { RenameGroup, renameGroup } from "@/lib/groups/rename";
import { UnassignUser, unassignUser } from "@/lib/groups/unassign";
import { ChangeGroupLines, changeGroupLines } from "@/lib/numbers/group-lines";
import { UndoAct, undoAct } from "@/lib/undo/undo-act";
import { unique } from "../cast";
import { rowsOf } from "../rows";
import { movedBy, renamedBy } from "../undos";
import type { Row, Target } from "./target";

const viewerHere = (t: Target) => ({ memberId: t.active.memberId, role: "viewer" as const, groupId: t.placeId });
const groupLines = (t: Target) => ({ numberId: t.numberId, groupId: t.placeId });

/** What changes the tree, and who stands where in it. */
export const GROUP_ACTIONS: Record<string, Row> = {
  addGroup: {
    permission: "groups.manage",
    form: (_, t) => ({ parentId: t.groupId, name: unique() }),
    send: (v, form) => addGroup(v, AddGroup.parse(form)),
  },
  renameGroup: {
    permission: "groups.manage",
    form: (_, t) => ({ groupId: t.groupId, name: unique(), revision: 1 }),
    send: (v, form) => renameGroup(v, RenameGroup.parse(form)),
  },
  moveGroup: {
    permission: "groups.manage",
    form: async (_, t) => ({ groupId: t.groupId, parentId: (await t.company.group(unique(), t.placeId)).id }),
    send: (v, form) => moveGroup(v, MoveGroup.parse(form)),
  },
  "undoAct, of a group's name": {
    permission: "groups.manage",
    form: async (v, t) => ({ undoId: await renamedBy(v, t.groupId, unique()) }),
    send: (v, form) => undoAct(v, UndoAct.parse(form)),
  },
  "undoAct, of a group's place": {
    permission: "groups.manage",
    form: async (v, t) => ({ undoId: await movedBy(v, t.groupId, (await t.company.group(unique(), t.placeId)).id) }),
    send: (v, form) => undoAct(v, UndoAct.parse(form)),
  },
  removeGroup: {
    permission: "groups.manage",
    form: (_, t) => ({ groupId: t.groupId }),
    send: (v, form) => removeGroup(v, RemoveGroup.parse(form)),
  },
  assignUser: {
    permission: "users.manage",
    inGroup: true,
    form: (_, t) => ({ groupId: t.groupId, person: t.active.email.toUpperCase(), role: "viewer" }),
    send: (v, form) => assignUser(v, AssignUser.parse(form)),
  },
  unassignUser: {
    permission: "users.manage",
    form: async (_, t) => {
      // Their last role nobody can take; this second one is given straight into the table.
      const second = { accountId: t.company.accountId, ...viewerHere(t) };
      if (await rowsOf(t.active)) await writeDb.insert(roleAssignments).values(second).onConflictDoNothing();
      return viewerHere(t);
    },
    send: (v, form) => unassignUser(v, UnassignUser.parse(form)),
  },
  "changeGroupLines, add": {
    permission: "numbers.manage",
    form: (_, t) => ({ ...groupLines(t), act: "add" }),
    send: (v, form) => changeGroupLines(v, ChangeGroupLines.parse(form)),
  },
  "changeGroupLines, remove": {
    permission: "numbers.manage",
    form: (_, t) => ({ ...groupLines(t), act: "remove", sure: `remove:${t.placeId}` }),
    send: (v, form) => changeGroupLines(v, ChangeGroupLines.parse(form)),
  },
};
