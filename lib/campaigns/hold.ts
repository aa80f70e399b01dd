import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { campaignRecipients, campaigns, texts } from "@/db/schema";
import { fullName, type Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { Refused } from "../errors";
import * as fields from "../fields";
import { among, idsOf } from "../id-list";
import { wakeSender } from "../messages/queue-text";
import { callOffTexts } from "../messages/send/call-off-texts";
import { closeGate } from "../messages/send/gate";
import { campaignId } from "./campaign-fields";
import { type ManagedCampaign, managedCampaign } from "./managed-campaign";
import { NOT_ALL, refuseOutOfService, seesAll } from "./review";
import { hasWritten, NOT_YOURS } from "./writers";

export const HoldCampaign = z.object({ campaignId, once: fields.once });

type Input = z.output<typeof HoldCampaign>;

type Act = {
  from: readonly ManagedCampaign["state"][];
  otherwise: string;
  action: "campaign.paused" | "campaign.resumed" | "campaign.stopped";
  to: "paused" | "sending" | "stopped";
};

const act = (
  viewer: Viewer,
  input: Input,
  { from, otherwise, action, to }: Act,
  then?: (c: Change, campaign: ManagedCampaign) => Promise<unknown>,
) =>
  change(viewer, input.once, async (c) => {
    const campaign = await managedCampaign(c, viewer, input.campaignId);
    if (!from.includes(campaign.state)) throw new Refused(otherwise);
    if (to === "sending") await refuseResume(c, viewer, campaign);
    else await closeGate(c.tx);
    // What was scheduled and never begun is scheduled again.
    const state = to === "sending" && campaign.startsAt && campaign.startsAt > new Date() ? "scheduled" : to;
    await c.tx
      .update(campaigns)
      .set({ state, pausedBecause: null, pausedCount: null })
      .where(eq(campaigns.id, campaign.id));
    await then?.(c, campaign);
    c.record(action, campaign);
    return { name: campaign.name };
  });

/** Holds from its commit on: what workers had in hand was with the carrier before it. */
export const pauseCampaign = (viewer: Viewer, input: Input) =>
  act(viewer, input, {
    ...{ from: ["sending", "scheduled"], otherwise: "It isn't being sent." },
    ...{ action: "campaign.paused", to: "paused" },
  });

/** Goes on where it was. Whoever resumes what somebody has left is answerable for it from here on. */
export const resumeCampaign = (viewer: Viewer, input: Input) =>
  act(
    viewer,
    input,
    {
      ...{ from: ["paused"], otherwise: "It isn't paused." },
      ...{ action: "campaign.resumed", to: "sending" },
    },
    async (c, { id, pausedBecause }) => {
      await c.tx
        .update(campaigns)
        .set({
          madeBy: viewer.memberId,
          madeByName: fullName(viewer),
          writtenBy: itsWriter,
          ...lookedAt(viewer, pausedBecause),
        })
        .where(eq(campaigns.id, id));
      await wakeSender(c.tx);
    },
  );

/** As long as nobody is written down, it goes to whoever is in its groups by then: as of a draft, who lets it go sees them all. */
async function refuseResume(c: Change, viewer: Viewer, campaign: ManagedCampaign) {
  await refuseOutOfService(c, campaign);
  if (campaign.pausedBecause === "unconfirmed" && hasWritten(viewer, campaign)) throw new Refused(NOT_YOURS);
  if (!campaign.frozenAt && !(await seesAll(c.tx, viewer, campaign.id))) throw new Refused(NOT_ALL);
}

/** Whoever made it is still one of its writers, and no second person on it. */
const itsWriter = sql`coalesce(${campaigns.writtenBy}, ${campaigns.madeBy})`;

/** Whoever resumes it has seen what it was paused for: only what leaves from here on is judged. */
const lookedAt = (viewer: Viewer, because: string | null) => ({
  ...((because === "refused" || because === "opt-outs") && { judgedFrom: newestSent }),
  ...(because === "first 100" && { waitsAfterFirst: false }),
  ...(because === "unconfirmed" && { confirmedBy: viewer.memberId, confirmedByName: fullName(viewer) }),
});

const newestSent = sql`(select r.message_id from campaign_recipients r where r.campaign_id = campaigns.id
  and r.message_id is not null and r.state <> 'queued' order by r.message_id desc limit 1)`;

/** For good: nobody else gets it. What the carrier has is not called back; what it may have is found out about, then left. */
export const stopCampaign = (viewer: Viewer, input: Input) =>
  act(
    viewer,
    input,
    {
      ...{ from: ["sending", "scheduled", "paused"], otherwise: "It isn't being sent." },
      ...{ action: "campaign.stopped", to: "stopped" },
    },
    leaveTheRest,
  );

async function leaveTheRest(c: Change, { id }: ManagedCampaign) {
  const here = and(eq(texts.campaignId, id), isNull(texts.carrierId), isNull(texts.unknownSince));
  // In the order in which news of them takes them.
  const gone = await c.tx
    .select({ id: texts.messageId })
    .from(texts)
    .where(here)
    .orderBy(texts.messageId)
    .for("update");
  await c.tx.delete(texts).where(among(texts.messageId, idsOf(gone)));
  await callOffTexts(c.tx, idsOf(gone));
  await c.tx
    .update(campaignRecipients)
    .set({ state: "left" })
    .where(and(eq(campaignRecipients.campaignId, id), eq(campaignRecipients.state, "waiting")));
}
