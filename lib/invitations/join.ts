import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { members } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { enterAccount } from "../accounts/switch";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { deadLink } from "../links/dead-link";
import { redeemLink, subjectOf } from "../links/redeem";
import { token } from "../links/token";

export const JoinAccount = z.object({ token, once: fields.once });

/** Somebody who has a login joins another company with it, logged in as that very person and nobody else. */
export const joinAccount = (viewer: Viewer, input: z.output<typeof JoinAccount>) =>
  change(viewer, input.once, async (c) => {
    const person = await redeemLink(c, "invitation", input.token);
    if (person.userId !== viewer.userId)
      throw new Refused("This invitation is for somebody else. Log out, then open it again.");
    if (person.status !== "Pending") throw deadLink();
    await c.tx.update(members).set({ acceptedAt: sql`now()` }).where(eq(members.id, person.memberId));
    c.record("invitation.accepted", subjectOf(person), undefined, { bySubject: true });
    return enterAccount(c, viewer, { memberId: person.memberId, isNew: true });
  });
