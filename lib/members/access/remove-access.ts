import { eq } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { type Change, change } from "../../change";
import { releaseConversations } from "../../conversations/release";
import { Refused } from "../../errors";
import * as fields from "../../fields";
import { decideWithMembers } from "../../outbox/decide-lost";
import { type ManagedMember, managedMember, refuseSelf } from "../managed-members";
import { keepAnAdmin } from "./keep-an-admin";

export const RemoveAccess = z.object({ memberId: fields.memberId, once: fields.once });

/** A guest goes: their place in this account ends at once, their login lives on in the company that owns it. */
export const removeAccess = (viewer: Viewer, input: z.output<typeof RemoveAccess>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    refuseSelf(viewer, member);
    const { name } = member;
    if (member.homeAccountId === viewer.accountId)
      throw new Refused(`The login of ${name} belongs to your company: delete the user instead.`);
    c.record("member.removed", member, await removeMembership(c, member));
    return { name };
  });

/** Sessions, links, lines and roles go with the row. */
export async function removeMembership(c: Change, member: ManagedMember) {
  const { leftBy } = await releaseConversations(c, [member.id]);
  await c.tx.delete(members).where(eq(members.id, member.id));
  await decideWithMembers(c, [member.id]);
  await keepAnAdmin(c, member.accountId);
  return leftBy(member.id);
}
