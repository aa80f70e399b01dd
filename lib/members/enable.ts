import { eq } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { type ManagedMember, managedMember, refuseSelf, subjectOf } from "./managed";

export const EnableMember = z.object({ memberId: fields.memberId, once: fields.once });

/** Access is back, old sessions are not. Somebody who never accepted is Pending again and needs a fresh invitation. */
export const enableMember = (viewer: Viewer, input: z.output<typeof EnableMember>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    await enable(c, viewer, member);
    return { name: subjectOf(member).name };
  });

/** The same inside another change. Answers what they are now. */
export async function enable(c: Change, viewer: Viewer, member: ManagedMember) {
  refuseSelf(viewer, member);
  if (member.status !== "Disabled") throw new Refused(`${subjectOf(member).name} is not disabled.`);
  c.record("member.enabled", subjectOf(member), { before: member.status });
  const enabled = c.tx.update(members).set({ disabledAt: null }).where(eq(members.id, member.id));
  return (await c.one(enabled.returning({ status: members.status }))).status;
}
