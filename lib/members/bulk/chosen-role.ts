import { isRole } from "../../access/permissions";
import type { Viewer } from "../../access/viewer";
import type { Change } from "../../change";
import { NotFound, refusedFields } from "../../errors";
import { groupToGive } from "../../groups/managed";
import type { Input } from "./change-many";

/** The role and the group that were chosen; the group stays where it is until the change is done. */
export async function chosenRole(c: Change, viewer: Viewer, { role, group }: Pick<Input, "role" | "group">) {
  const known = role && isRole(role) ? role : undefined;
  const wrong = refusedFields({ role: !known && "Choose a role.", group: !group && "Choose a group." });
  if (wrong || !known || !group) throw wrong ?? new NotFound();
  return { role: known, group: await groupToGive(c, viewer, group) };
}
