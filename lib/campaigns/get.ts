import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { campaignGroups, campaigns, contactGroups, numbers } from "@/db/schema";
import { campaignsWithin, contactGroupsWithin } from "../access/scope";
import type { Viewer } from "../access/viewer";
import { inNameOrder } from "../contacts/groups/in-name-order";
import { figures, stateNow } from "./figures";

/** A campaign with its figures and those of its groups that the viewer sees, or nothing where it isn't the viewer's. */
export async function getCampaign(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [found] = await db
    .select({
      id: campaigns.id,
      name: campaigns.name,
      body: campaigns.body,
      numberId: campaigns.numberId,
      line: numbers.label,
      e164: numbers.e164,
      state: stateNow,
      pausedBecause: campaigns.pausedBecause,
      pausedCount: campaigns.pausedCount,
      judgedFrom: campaigns.judgedFrom,
      waitsAfterFirst: campaigns.waitsAfterFirst,
      startsAt: campaigns.startsAt,
      startsOn: campaigns.startsOn,
      ownZones: campaigns.ownZones,
      atClose: campaigns.atClose,
      frozenAt: campaigns.frozenAt,
      countedAt: campaigns.countedAt,
      ...{ madeBy: campaigns.madeBy, madeByName: campaigns.madeByName, writtenBy: campaigns.writtenBy },
      editedBy: campaigns.editedBy,
      ...{ askedAt: campaigns.askedAt, askedBy: campaigns.askedBy, askedByName: campaigns.askedByName },
      confirmedByName: campaigns.confirmedByName,
      revision: campaigns.revision,
      ...figures,
    })
    .from(campaigns)
    .innerJoin(numbers, eq(numbers.id, campaigns.numberId))
    .where(and(campaignsWithin(viewer), eq(campaigns.id, id)));
  if (!found) return undefined;
  const groups = await db
    .select({ id: contactGroups.id, name: contactGroups.name })
    .from(campaignGroups)
    .innerJoin(contactGroups, eq(contactGroups.id, campaignGroups.groupId))
    .where(and(contactGroupsWithin(viewer), eq(campaignGroups.campaignId, id)))
    .orderBy(asc(inNameOrder));
  return { ...found, groups };
}

export type Campaign = NonNullable<Awaited<ReturnType<typeof getCampaign>>>;
