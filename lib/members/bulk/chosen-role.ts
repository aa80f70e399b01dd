import { isRole } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { Refused } from "../../errors";
import { groupToGive } from "../../groups/managed";
import type { Input } from "./change-many";

/** The role and the group that were chosen; the group stays where it is until the change is done. */
export async function chosenRole(c: Change, viewer: Viewer, { role, group }: Pick<Input, "role" | "group">) {
  if (!role || !isRole(role)) throw new Refused("Choose a role.", { field: "role" });
  if (!group) throw new Refused("Choose a group.", { field: "group" });
  return { role, group: await groupToGive(c, viewer, group) };
}
