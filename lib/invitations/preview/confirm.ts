import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { invitationBatches, invitationRows, invitationSources } from "@/db/schema";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import { NotFound, Refused } from "../../errors";
import * as fields from "../../fields";
import { OUTBOX_CHANNEL } from "../../outbox/enqueue";
import { takeInvitations } from "../quota";
import { ownDraft } from "./own-draft";

export const SendInvitations = z.object({ batchId: z.uuid("Not found."), once: fields.once });

/** The preview was right: a worker sends from now on, by the rows; the table they came from goes. Only its maker may say so, and once. */
export async function sendInvitations(viewer: Viewer, input: z.output<typeof SendInvitations>) {
  if (!can(viewer, "users.manage")) throw new NotFound();
  return change(viewer, input.once, async (c) => {
    const { id: batchId } = await c.one(
      c.tx
        .select({ id: invitationBatches.id })
        .from(invitationBatches)
        .where(ownDraft(viewer, input.batchId))
        .for("no key update"),
    );
    const waiting = and(eq(invitationRows.batchId, batchId), eq(invitationRows.state, "waiting"));
    const count = await c.tx.$count(invitationRows, waiting);
    if (count === 0) throw new Refused("There is nobody to invite in this list.");
    await takeInvitations(c.tx, viewer, count);
    await c.tx.update(invitationBatches).set({ confirmedAt: sql`now()` }).where(eq(invitationBatches.id, batchId));
    await c.tx.delete(invitationSources).where(eq(invitationSources.batchId, batchId));
    const subject = { accountId: viewer.accountId, id: batchId, name: count === 1 ? "1 person" : `${count} people` };
    c.record("invitations.confirmed", subject, { after: { invitations: count } }, { batchId });
    await c.tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
    return { batchId, count };
  });
}
