import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { campaigns, texts } from "@/db/schema";
import type { Viewer } from "../../access/viewer";
import { type Change, change } from "../../change";
import { Refused } from "../../errors";
import { wakeSender } from "../../messages/queue-text";
import { refuseOptedOut } from "../send-text";
import { OnParked, parkedText } from "./parked-text";

export { OnParked as SendParked };

/** Once more from the beginning, at the risk of arriving twice: a person has decided so. */
export const sendParked = (viewer: Viewer, input: z.output<typeof OnParked>) =>
  change(viewer, input.once, async (c) => {
    const isStopped = await itsCampaignIsStopped(c, input.messageId);
    const { conversation, messageId } = await parkedText(c, viewer, input);
    if (isStopped) throw new Refused("Its campaign has been stopped. Leave it, or write a new text.");
    await refuseOptedOut(c, conversation, "message");
    const asNew = {
      parkedAt: null,
      unknownSince: null,
      searchedAt: null,
      lease: null,
      attempts: 0,
      nextAt: sql`now()`,
    };
    await c.tx.update(texts).set(asNew).where(eq(texts.messageId, messageId));
    await wakeSender(c.tx);
    c.saidInThread();
    return { name: conversation.name };
  });

/** Held until the change ends, and before its text, as whoever stops it takes both. */
async function itsCampaignIsStopped(c: Change, messageId: string): Promise<boolean> {
  const its = sql`(select campaign_id from texts where message_id = ${messageId})`;
  const state = c.tx.select({ state: campaigns.state }).from(campaigns).where(sql`${campaigns.id} = ${its}`);
  return (await state.for("share")).some((campaign) => campaign.state === "stopped");
}
