import { sql } from "drizzle-orm";
import { z } from "zod";
import { webhookAsks } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
import * as fields from "../../fields";
import { wakeSender } from "../../messages/queue-text";
import { managedNumber, subjectOf } from "../managed-number";

export const AskForWebhook = z.object({ numberId: z.uuid("Not found."), once: fields.once });

/** The worker has the carrier bring here what comes in to the number: pages don't talk to carriers. */
export const askForWebhook = (viewer: Viewer, input: z.output<typeof AskForWebhook>) =>
  change(viewer, input.once, async (c) => {
    const number = await managedNumber(c, viewer, input.numberId);
    const ask = { numberId: number.id, accountId: number.accountId };
    await c.tx
      .insert(webhookAsks)
      .values(ask)
      .onConflictDoUpdate({ target: webhookAsks.numberId, set: { askedAt: sql`now()`, error: null } });
    await wakeSender(c.tx);
    c.record("number.webhook-set", subjectOf(number));
  });
