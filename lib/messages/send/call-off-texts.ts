import { campaignRecipients, messages } from "@/db/schema";
import type { WriteTx } from "@/db/write";
import { among } from "../../id-list";

/** Of a campaign that was stopped, once their ways are gone: they go nowhere any more, and its report says so. */
export async function callOffTexts(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(messages).set({ state: "called off" }).where(among(messages.id, ids));
  await tx.update(campaignRecipients).set({ state: "left" }).where(among(campaignRecipients.messageId, ids));
}
