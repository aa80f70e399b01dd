import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { contactGroups, numbers, subscriptionLinks } from "@/db/schema";
import { can } from "../access/can";
import { contactGroupsWithin, ownLinesWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { shortToken } from "../crypto";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";

/** It stands in the text that asks, beside the company's name and how to answer. */
const LONGEST_WORDING = 300;

/** 95 bits, in letters that can be typed from a poster. */
const TOKEN_LENGTH = 16;

export const AddSubscriptionLink = z.object({
  group: z.uuid("Choose a contact group."),
  from: z.uuid("Choose one of your lines."),
  wording: fields.words("Say what people agree to.").max(LONGEST_WORDING, "Use 300 characters or fewer."),
  once: fields.once,
});

/** A public page by which customers join a contact group. Its wording stays as it is: it is what they agreed to. */
export const addSubscriptionLink = (viewer: Viewer, input: z.output<typeof AddSubscriptionLink>) =>
  change(viewer, input.once, async (c) => {
    if (!can(viewer, "subscriptions.create")) throw new NotFound();
    const { accountId } = viewer;
    const { group: groupId, from: numberId, wording } = input;
    const [line] = await c.tx
      .select({ disabledAt: numbers.disabledAt })
      .from(numbers)
      .where(and(ownLinesWithin(viewer, "subscriptions.create"), eq(numbers.id, numberId)));
    if (!line || line.disabledAt) throw new Refused("Choose one of your lines.", { field: "from" });
    const [group] = await c.tx
      .select({ name: contactGroups.name })
      .from(contactGroups)
      .where(and(contactGroupsWithin(viewer), eq(contactGroups.id, groupId)))
      .for("key share");
    if (!group) throw new Refused("Choose a contact group that is there.", { field: "group" });
    const { id } = await c.one(
      c.tx
        .insert(subscriptionLinks)
        .values({ accountId, groupId, numberId, wording, token: shortToken(TOKEN_LENGTH) })
        .returning({ id: subscriptionLinks.id }),
    );
    c.record("subscription.added", { accountId, id, name: group.name });
    return { group: group.name };
  });
