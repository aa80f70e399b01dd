import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { endSessionsOf } from "../auth/end-sessions";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { revokeLinks } from "../links/revoke";
import { keepAnAdmin } from "./last-admin";
import { type ManagedMember, managedMember, refuseSelf, subjectOf } from "./managed";

export const DisableMember = z.object({ memberId: fields.memberId, once: fields.once });

/** Out at once: their sessions end and their links die. Nothing is mailed. */
export const disableMember = (viewer: Viewer, input: z.output<typeof DisableMember>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    await disable(c, viewer, member);
    return { name: subjectOf(member).name };
  });

/** The same inside another change. */
export async function disable(c: Change, viewer: Viewer, member: ManagedMember): Promise<void> {
  refuseSelf(viewer, member);
  if (member.status === "Disabled") throw new Refused(`${subjectOf(member).name} is disabled already.`);
  c.record("member.disabled", subjectOf(member), { before: member.status });
  await c.tx.update(members).set({ disabledAt: sql`now()` }).where(eq(members.id, member.id));
  await endSessionsOf(c, member.id);
  await revokeLinks(c, { memberId: member.id });
  await keepAnAdmin(c, member.accountId);
}
