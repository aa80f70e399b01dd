import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { campaigns, optOuts, unsubscribeLinks } from "@/db/schema";
import type { Visitor } from "../access/viewer";
import { change } from "../change";
import { sha256 } from "../crypto";
import { Refused } from "../errors";
import * as fields from "../fields";
import { token } from "../links/token";
import { isOwnWay, optOut } from "../messages/consent";

export const StopTexts = z.object({ token, once: fields.once });

/** What the button says: their words. */
const PRESSED = "Stop texts";

/** An opt-out for the whole company, as if they had texted STOP; once more changes nothing. */
export const stopTexts = (visitor: Visitor, input: z.output<typeof StopTexts>): Promise<void> =>
  change(visitor, input.once, async (c) => {
    const [link] = await c.tx
      .select({
        accountId: unsubscribeLinks.accountId,
        phone: unsubscribeLinks.phone,
        numberId: unsubscribeLinks.numberId,
        campaignId: unsubscribeLinks.campaignId,
      })
      .from(unsubscribeLinks)
      .where(eq(unsubscribeLinks.tokenHash, sha256(input.token)))
      .for("update");
    if (!link) throw new Refused("This link doesn't work any more. Reply STOP to any of the texts instead.");
    const { accountId, phone, numberId, campaignId } = link;
    const [out] = await c.tx
      .select({ how: optOuts.how, reviewBy: optOuts.reviewBy })
      .from(optOuts)
      .where(and(eq(optOuts.accountId, accountId), eq(optOuts.phone, phone)));
    // What a colleague or a list did for them is theirs from now on: nobody takes it back.
    if (out && isOwnWay(out.how) && !out.reviewBy) return c.unchanged(undefined);
    const [campaign] = campaignId
      ? await c.tx.select({ name: campaigns.name }).from(campaigns).where(eq(campaigns.id, campaignId))
      : [];
    const source = campaign ? `campaign ${campaign.name}` : "unsubscribe link";
    await optOut(c.tx, { accountId, phone }, { how: "link", source, words: PRESSED, numberId });
    c.saidInThread();
  });
