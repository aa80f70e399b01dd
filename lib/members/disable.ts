import { sql } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { endSessionsOf } from "../auth/session/end-sessions";
import { type Change, change, type Together } from "../change";
import { releaseConversations } from "../conversations/release";
import * as fields from "../fields";
import { among, idsOf } from "../id-list";
import { revokeLinks } from "../links/revoke";
import { keepAnAdmin } from "./access/keep-an-admin";
import { refuseUnfit } from "./acts";
import { type ManagedMember, managedMember } from "./managed-members";

export const DisableMember = z.object({ memberId: fields.memberId, once: fields.once });

export const disableMember = (viewer: Viewer, input: z.output<typeof DisableMember>) =>
  change(viewer, input.once, async (c) => {
    const member = await managedMember(c, viewer, input.memberId);
    await disable(c, viewer, [member]);
    return { name: member.name, undo: c.undo() };
  });

/** Out at once, all of them: their sessions end, their links die, and what they had claimed is anybody's. Nothing is mailed. */
export async function disable(c: Change, viewer: Viewer, people: readonly ManagedMember[], together?: Together) {
  refuseUnfit("disable", viewer, people);
  const ids = idsOf(people);
  await c.tx.update(members).set({ disabledAt: sql`now()` }).where(among(members.id, ids));
  await endSessionsOf(c, ids);
  const links = await revokeLinks(c, { memberIds: ids });
  const { claims } = await releaseConversations(c, ids);
  c.did({ did: "disabled", members: ids, links: idsOf(links), claims });
  await keepAnAdmin(c, viewer.accountId);
  for (const person of people) c.record("member.disabled", person, { before: person.status }, together);
}
