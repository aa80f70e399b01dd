import { eq } from "drizzle-orm";
import { z } from "zod";
import { campaigns } from "@/db/schema";
import type { Viewer } from "../access/viewer";
import { change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { wakeSender } from "../messages/queue-text";
import { refuseOverwrite, revision } from "../revision";
import { campaignId } from "./campaign-fields";
import { managedCampaign } from "./managed-campaign";
import { refuseUnready } from "./review";

/** The revision is that of what was looked over. */
export const StartCampaign = z.object({ campaignId, revision, once: fields.once });

/** "Send Now", or "Schedule" where it has a time: from here on it goes by itself. */
export const startCampaign = (viewer: Viewer, input: z.output<typeof StartCampaign>) =>
  change(viewer, input.once, async (c) => {
    const campaign = await managedCampaign(c, viewer, input.campaignId);
    const { id, startsAt } = campaign;
    if (campaign.state !== "draft") throw new Refused("It has been scheduled or sent already.");
    refuseOverwrite(campaign, input);
    await refuseUnready(c, viewer, campaign);
    const state = startsAt ? "scheduled" : "sending";
    await c.tx.update(campaigns).set({ state }).where(eq(campaigns.id, id));
    await wakeSender(c.tx);
    c.record(startsAt ? "campaign.scheduled" : "campaign.started", campaign);
    return { id, name: campaign.name, state };
  });
