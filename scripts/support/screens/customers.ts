import { eq, isNull } from "drizzle-orm";
import { db } from "@/db";
import { optOuts, subscriptionLinks } from "@/db/schema";
import { change } from "@/lib/change";
import { shortToken } from "@/lib/crypto";
import { addUnsubscribeLinks } from "@/lib/unsubscribe/unsubscribe-links";

/** The pages that customers open: of the demo's link, of one that is closed, and of two texts of a campaign. */
export async function customersPages() {
  const [open] = await db.select().from(subscriptionLinks).where(isNull(subscriptionLinks.closedAt));
  if (!open) throw new Error("the demo has no subscription link");
  const [stopped] = await db.select().from(optOuts).where(eq(optOuts.how, "keyword"));
  const phones = { unsubscribe: "+12025550188", stopped: stopped?.phone ?? "" };
  const { accountId, numberId } = open;
  return change({ kind: "system", name: "Screens" }, undefined, async (c) => {
    const { id: _, ...closed } = { ...open, token: shortToken(16), closedAt: new Date(), createdAt: new Date(0) };
    await c.tx.insert(subscriptionLinks).values(closed);
    const links = await addUnsubscribeLinks(c.tx, { accountId, numberId, campaignId: null }, Object.values(phones));
    const path = (phone: string) => new URL(links.get(phone) ?? "").pathname;
    c.saidInThread();
    return {
      ...{ subscribe: `/s/${open.token}`, closed: `/s/${closed.token}` },
      ...{ unsubscribe: path(phones.unsubscribe), stopped: path(phones.stopped) },
    };
  });
}
