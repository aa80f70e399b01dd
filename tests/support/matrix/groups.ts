import { roleAssignments } from "@/db/schema";
import { writeDb } from "@/db/write";
import { AddGroup, addGroup } from "@/lib/groups/add";
import { AssignUser, assignUser } from "@/lib/groups/assign";
import { MoveGroup, moveGroup } from "@/lib/groups/move";
import { RemoveGroup, removeGroup } from "@/lib/groups/remove";
import { RenameGroup, renameGroup } from "@/lib/groups/rename";
import { UnassignUser, unassignUser } from "@/lib/groups/unassign";
import { ChangeGroupLines, changeGroupLines } from "@/lib/numbers/group-lines";
import { unique } from "../cast";
import { rowsOf } from "../rows";
import type { Row, Target } from "./target";

const viewerHere = (t: Target) => ({ memberId: t.active.memberId, role: "viewer" as const, groupId: t.placeId });
const groupLines = (t: Target) => ({ numberId: t.numberId, groupId: t.placeId });

/** What changes the tree, and who stands where in it. */
export const GROUP_ACTIONS: Record<string, Row> = {
  addGroup: {
    permission: "groups.manage",
    act: (v, t) => addGroup(v, AddGroup.parse({ parentId: t.groupId, name: unique() })),
  },
  renameGroup: {
    permission: "groups.manage",
    act: (v, t) => renameGroup(v, RenameGroup.parse({ groupId: t.groupId, name: unique(), revision: 1 })),
  },
  moveGroup: {
    permission: "groups.manage",
    act: async (v, t) => {
      const parent = await t.company.group(unique(), t.placeId);
      return moveGroup(v, MoveGroup.parse({ groupId: t.groupId, parentId: parent.id }));
    },
  },
  removeGroup: {
    permission: "groups.manage",
    act: (v, t) => removeGroup(v, RemoveGroup.parse({ groupId: t.groupId })),
  },
  assignUser: {
    permission: "users.manage",
    inGroup: true,
    act: (v, t) => assignUser(v, AssignUser.parse({ groupId: t.groupId, person: t.active.email, role: "viewer" })),
  },
  unassignUser: {
    permission: "users.manage",
    act: async (v, t) => {
      // Their last role nobody can take; this second one is given straight into the table.
      const { accountId } = t.company;
      if (await rowsOf(t.active)) {
        const second = { accountId, ...viewerHere(t) };
        await writeDb.insert(roleAssignments).values(second).onConflictDoNothing();
      }
      return unassignUser(v, UnassignUser.parse(viewerHere(t)));
    },
  },
  "changeGroupLines, add": {
    permission: "numbers.manage",
    act: (v, t) => changeGroupLines(v, ChangeGroupLines.parse({ ...groupLines(t), act: "add" })),
  },
  "changeGroupLines, remove": {
    permission: "numbers.manage",
    act: (v, t) => {
      const sure = `remove:${t.placeId}`;
      return changeGroupLines(v, ChangeGroupLines.parse({ ...groupLines(t), act: "remove", sure }));
    },
  },
};
