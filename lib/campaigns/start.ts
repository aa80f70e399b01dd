import { eq } from "drizzle-orm";
import { z } from "zod";
import { campaigns } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { wakeSender } from "../messages/queue-text";
import { refuseOverwrite, revision } from "../revision";
import { campaignId } from "./campaign-fields";
import { type ManagedCampaign, managedCampaign } from "./managed-campaign";
import { refuseUnready } from "./review";
import { askSecondPerson, wantsSecondPerson } from "./second-person";
import { hasWritten, NOT_YOURS } from "./writers";

/** The revision is that of what was looked over. */
export const StartCampaign = z.object({ campaignId, revision, once: fields.once });

/** "Send Now", or "Schedule" where it has a time: from here on it goes by itself, once a second person has confirmed many. */
export const startCampaign = (viewer: Viewer, input: z.output<typeof StartCampaign>) =>
  change(viewer, input.once, async (c) => {
    const campaign = await managedCampaign(c, viewer, input.campaignId);
    const { id } = campaign;
    if (campaign.state !== "draft") throw new Refused("It has been scheduled or sent already.");
    refuseOverwrite(campaign, input);
    const { recipients } = await refuseUnready(c, viewer, campaign);
    if (await wantsSecondPerson(c.tx, { accountId: campaign.accountId, recipients }))
      return askSecondPerson(c, viewer, campaign, recipients);
    return { id, name: campaign.name, state: await beginNow(c, campaign) };
  });

/** The revision is that of what was looked over. */
export const ConfirmCampaign = StartCampaign.extend({});

/** The second person's word, and with it begins what the first one asked for. An edit meanwhile has voided the question. */
export const confirmCampaign = (viewer: Viewer, input: z.output<typeof ConfirmCampaign>) =>
  change(viewer, input.once, async (c) => {
    const campaign = await managedCampaign(c, viewer, input.campaignId);
    const { id, name, askedAt } = campaign;
    if (campaign.state !== "draft" || !askedAt) throw new Refused("Nobody asks to have it confirmed any more.");
    if (hasWritten(viewer, campaign)) throw new Refused(NOT_YOURS);
    refuseOverwrite(campaign, input);
    await refuseUnready(c, viewer, campaign);
    const by = { confirmedBy: viewer.memberId, confirmedByName: fullName(viewer) };
    await c.tx.update(campaigns).set(by).where(eq(campaigns.id, id));
    c.record("campaign.confirmed", campaign);
    return { id, name, state: await beginNow(c, campaign) };
  });

async function beginNow(c: Change, campaign: ManagedCampaign) {
  const state: "scheduled" | "sending" = campaign.startsAt ? "scheduled" : "sending";
  await c.tx.update(campaigns).set({ state }).where(eq(campaigns.id, campaign.id));
  await wakeSender(c.tx);
  c.record(campaign.startsAt ? "campaign.scheduled" : "campaign.started", campaign);
  return state;
}
