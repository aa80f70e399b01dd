import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "@/db";
import { numbers, subscriptionLinks } from "@/db/schema";
import { writeDb } from "@/db/write";
import { AddSubscriptionLink, addSubscriptionLink } from "@/lib/subscriptions/add";
import { CloseSubscriptionLink, closeSubscriptionLink } from "@/lib/subscriptions/close";
import { makeContactGroup } from "../carrier/campaigns";
import { WORDING } from "../carrier/subscriptions";
import { unique } from "../cast";
import { lineOf } from "./campaigns";
import type { Row, Target } from "./target";

const permission = "subscriptions.create";

/** A link of the target's line; of a line that isn't there, one that isn't there. */
async function linkOn({ numberId }: Target): Promise<string> {
  const id = v7();
  const [line] = await db.select().from(numbers).where(eq(numbers.id, numberId));
  if (!line) return id;
  const { accountId } = line;
  const { id: groupId } = await makeContactGroup(accountId, []);
  await writeDb
    .insert(subscriptionLinks)
    .values({ id, accountId, numberId, groupId, wording: WORDING, token: unique() });
  return id;
}

/** What is done with subscription links. */
export const SUBSCRIPTION_ACTIONS: Record<string, Row> = {
  addSubscriptionLink: {
    permission,
    everywhere: true,
    form: async (v) => ({
      ...{ from: await lineOf(v), wording: WORDING },
      group: (await makeContactGroup(v.accountId, [])).id,
    }),
    send: (v, form) => addSubscriptionLink(v, AddSubscriptionLink.parse(form)),
  },
  closeSubscriptionLink: {
    permission,
    form: async (_, t) => ({ linkId: await linkOn(t) }),
    send: (v, form) => closeSubscriptionLink(v, CloseSubscriptionLink.parse(form)),
  },
};
