import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { campaignGroups, campaigns, contactGroups, numbers } from "@/db/schema";
import { can } from "../access/can";
import { ownLinesWithin, wholeContactGroupsWithin } from "../access/scope";
import { fullName, type Viewer } from "../access/viewer";
import { type Change, change } from "../change";
import { fieldsHeld } from "../contacts/fields/field-values";
import { NotFound, Refused } from "../errors";
import * as fields from "../fields";
import { refuseOverwrite, revision } from "../revision";
import { campaignFields, campaignId } from "./campaign-fields";
import { managedCampaign } from "./managed-campaign";
import { NOT_ALL, seesAll } from "./review";
import { fieldExamples, piecesOf } from "./text-fields";
import { whenOf } from "./when";
import { NOBODY_ASKS } from "./writers";

export const AddCampaign = z.object({ ...campaignFields, once: fields.once });
export const EditCampaign = z.object({ campaignId, ...campaignFields, revision, once: fields.once });

type Typed = z.output<typeof AddCampaign>;

/** A draft: nothing leaves before somebody has looked it over. */
export const addCampaign = (viewer: Viewer, input: Typed) =>
  change(viewer, input.once, async (c) => {
    if (!can(viewer, "campaigns.manage")) throw new NotFound();
    const written = await writtenOf(c, viewer, input);
    const by = { madeBy: viewer.memberId, madeByName: fullName(viewer) };
    const { id } = await c.one(
      c.tx
        .insert(campaigns)
        .values({ accountId: viewer.accountId, ...written, ...by })
        .returning({ id: campaigns.id }),
    );
    await setGroups(c, viewer, id, input.group);
    c.record("campaign.added", { accountId: viewer.accountId, id, name: input.name });
    return { id };
  });

/** While it is a draft. */
export const editCampaign = (viewer: Viewer, input: z.output<typeof EditCampaign>) =>
  change(viewer, input.once, async (c) => {
    const campaign = await managedCampaign(c, viewer, input.campaignId);
    if (campaign.state !== "draft") throw new Refused("It has been scheduled or sent meanwhile, and stays as it is.");
    refuseOverwrite(campaign, input);
    const { id } = campaign;
    if (!(await seesAll(c.tx, viewer, id))) throw new Refused(NOT_ALL);
    // Whatever it changes, also the groups alone: who has looked it over before has not seen it as it is now.
    const anew = { revision: sql`${campaigns.revision}`, editedBy: viewer.memberId, ...NOBODY_ASKS };
    await c.tx
      .update(campaigns)
      .set({ ...(await writtenOf(c, viewer, input)), ...anew })
      .where(eq(campaigns.id, id));
    await setGroups(c, viewer, id, input.group);
    c.record("campaign.edited", { accountId: viewer.accountId, id, name: input.name });
    return { id };
  });

async function writtenOf(c: Change, viewer: Viewer, input: Typed) {
  const { name, from: numberId, message: body, atClose } = input;
  const [line] = await c.tx
    .select({ disabledAt: numbers.disabledAt })
    .from(numbers)
    .where(and(ownLinesWithin(viewer, "campaigns.manage"), eq(numbers.id, numberId)));
  if (!line || line.disabledAt) throw new Refused("Choose one of your lines.", { field: "from" });
  await refuseUnknown(c, viewer, body);
  const waitsAfterFirst = Boolean(input.waitsAfterFirst);
  return { name, numberId, body, atClose, waitsAfterFirst, ...whenOf(input, viewer.timeZone) };
}

/** Each of its fields is one that there is, and stays until the text is saved. */
async function refuseUnknown(c: Change, { accountId }: Viewer, text: string) {
  const own = await fieldsHeld(c.tx, accountId);
  const [unknown] = piecesOf(text, own).unknown;
  if (unknown)
    throw new Refused(`There is no field ${unknown}. There are ${fieldExamples(own).join(", ")}.`, {
      field: "message",
    });
}

async function setGroups(c: Change, viewer: Viewer, campaignId: string, groups: readonly string[]) {
  const found = await c.tx
    .select({ groupId: contactGroups.id })
    .from(contactGroups)
    .where(and(wholeContactGroupsWithin(viewer), inArray(contactGroups.id, [...groups])))
    .for("key share");
  if (found.length < new Set(groups).size)
    throw new Refused("Choose contact groups that are there.", { field: "group" });
  await c.tx.delete(campaignGroups).where(eq(campaignGroups.campaignId, campaignId));
  await c.tx
    .insert(campaignGroups)
    .values(found.map(({ groupId }) => ({ accountId: viewer.accountId, campaignId, groupId })));
}
