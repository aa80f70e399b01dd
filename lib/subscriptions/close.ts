import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { contactGroups, subscriptionLinks } from "@/db/schema";
import { subscriptionLinksWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import * as fields from "../fields";

export const CloseSubscriptionLink = z.object({ linkId: z.uuid("Not found."), once: fields.once });

/** For good, and at once: nobody is asked by it any more, and no answer to it counts. Who has joined stays. */
export const closeSubscriptionLink = (viewer: Viewer, input: z.output<typeof CloseSubscriptionLink>) =>
  change(viewer, input.once, async (c) => {
    const link = await c.one(
      c.tx
        .select({
          id: subscriptionLinks.id,
          accountId: subscriptionLinks.accountId,
          name: contactGroups.name,
          closedAt: subscriptionLinks.closedAt,
        })
        .from(subscriptionLinks)
        .innerJoin(contactGroups, eq(contactGroups.id, subscriptionLinks.groupId))
        .where(and(subscriptionLinksWithin(viewer), eq(subscriptionLinks.id, input.linkId)))
        .for("no key update", { of: subscriptionLinks }),
    );
    if (link.closedAt) return c.unchanged(undefined);
    await c.tx.update(subscriptionLinks).set({ closedAt: sql`now()` }).where(eq(subscriptionLinks.id, link.id));
    c.record("subscription.closed", link);
  });
