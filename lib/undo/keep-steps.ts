import { members, undos } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import type { Viewer } from "../access/viewer";
import { among } from "../id-list";
import { isOfMembers, type Step } from "./step";

type Kept = { id: string; steps: readonly Step[] };

/** At the end of a change: what was done, and the state in which everybody concerned was left. */
export async function keepSteps(tx: WriteTx, viewer: Viewer, { id, steps }: Kept) {
  const concerned = [...new Set(steps.filter(isOfMembers).flatMap((step) => step.members))];
  const left = await tx
    .select({ id: members.id, revision: members.revision })
    .from(members)
    .where(among(members.id, concerned));
  const revisions = Object.fromEntries(left.map((member) => [member.id, member.revision]));
  await tx.insert(undos).values({ id, accountId: viewer.accountId, memberId: viewer.memberId, steps, revisions });
}
