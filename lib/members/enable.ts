import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change, type Together } from "../change";
import * as fields from "../fields";
import { among, idsOf } from "../id-list";
import { refuseUnfit } from "./acts";
import { type ManagedMember, managedMember } from "./managed-members";

export const EnableMember = z.object({ memberId: fields.memberId, once: fields.once });

export const enableMember = (viewer: Viewer, input: z.output<typeof EnableMember>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    await enable(c, viewer, [member]);
    return { name: member.name, undo: c.undo() };
  });

/**
 * Access is back, old sessions are not. Somebody who never accepted is Pending again and needs a fresh invitation. Answers
 * what they are now.
 */
export async function enable(c: Change, viewer: Viewer, people: readonly ManagedMember[], together?: Together) {
  refuseUnfit("enable", viewer, people);
  for (const person of people) c.record("member.enabled", person, { before: person.status }, together);
  const ids = idsOf(people);
  c.did({ did: "enabled", members: ids });
  return c.tx
    .update(members)
    .set({ disabledAt: null })
    .where(among(members.id, ids))
    .returning({ id: members.id, status: members.status });
}
