import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "@/db";
import { campaignGroups, campaigns, lineAccess, numbers, users } from "@/db/schema";
import { writeDb } from "@/db/write";
import type { Viewer } from "@/lib/access/viewer";
import { HoldCampaign, pauseCampaign, resumeCampaign, stopCampaign } from "@/lib/campaigns/hold";
import { MakeGroup, makeGroup } from "@/lib/campaigns/report/make-group";
import { AddCampaign, addCampaign, EditCampaign, editCampaign } from "@/lib/campaigns/save";
import { SendTest, sendTest } from "@/lib/campaigns/send-test";
import { ConfirmCampaign, confirmCampaign, StartCampaign, startCampaign } from "@/lib/campaigns/start";
import { makeContactGroup } from "../carrier/campaigns";
import type { Row, Target } from "./target";

const permission = "campaigns.manage";

type State = (typeof campaigns.$inferInsert)["state"];

const giveLine = ({ accountId, memberId }: Viewer, numberId: string) =>
  writeDb.insert(lineAccess).values({ accountId, memberId, numberId }).onConflictDoNothing();

/** A line of the viewer's own. */
export async function lineOf(viewer: Viewer) {
  const id = v7();
  const e164 = `+1415${String(Date.now()).slice(-7)}`;
  const { accountId, rootGroupId: groupId } = viewer;
  await writeDb.insert(numbers).values({ id, accountId, e164, label: "Campaigns", groupId });
  await giveLine(viewer, id);
  return id;
}

/** A campaign from the target's line, in a state; of a line that isn't there, one that isn't there. */
async function campaignOn(viewer: Viewer, { numberId }: Target, state: State) {
  const [line] = await db.select().from(numbers).where(eq(numbers.id, numberId));
  const campaign = {
    id: v7(),
    name: "Spring sale",
    body: "Hello",
    madeByName: viewer.firstName,
    madeBy: viewer.memberId,
  };
  if (!line) return { ...campaign, groupId: v7(), numberId, revision: 1 };
  const { accountId } = line;
  const { id: groupId } = await makeContactGroup(accountId, [{}]);
  await writeDb.insert(campaigns).values({ ...campaign, accountId, numberId, state });
  await writeDb.insert(campaignGroups).values({ accountId, campaignId: campaign.id, groupId });
  return { ...campaign, groupId, numberId, revision: 1 };
}

const held = (state: State) => async (viewer: Viewer, target: Target) => ({
  campaignId: (await campaignOn(viewer, target, state)).id,
});

/** What is done with campaigns. */
export const CAMPAIGN_ACTIONS: Record<string, Row> = {
  addCampaign: {
    permission,
    everywhere: true,
    form: async (v) => ({
      ...{ name: "Spring sale", message: "Hello", from: await lineOf(v) },
      group: [(await makeContactGroup(v.accountId, [{}])).id],
    }),
    send: (v, form) => addCampaign(v, AddCampaign.parse(form)),
  },
  editCampaign: {
    permission,
    form: async (v, t) => {
      const { id, groupId, numberId, revision } = await campaignOn(v, t, "draft");
      if (v.accountId === t.company.accountId) await giveLine(v, numberId).catch(() => undefined);
      return { campaignId: id, name: "Renamed", message: "Hello", from: numberId, group: [groupId], revision };
    },
    send: (v, form) => editCampaign(v, EditCampaign.parse(form)),
  },
  startCampaign: {
    permission,
    form: async (v, t) => {
      const { id, revision } = await campaignOn(v, t, "draft");
      return { campaignId: id, revision };
    },
    send: (v, form) => startCampaign(v, StartCampaign.parse(form)),
  },
  confirmCampaign: {
    permission,
    form: async (v, t) => {
      const { id } = await campaignOn(v, t, "draft");
      const askedBy = v7();
      await writeDb
        .update(campaigns)
        .set({ madeBy: askedBy, askedBy, askedByName: "Ben Ortiz", askedAt: new Date() })
        .where(eq(campaigns.id, id));
      return { campaignId: id, revision: 1 };
    },
    send: (v, form) => confirmCampaign(v, ConfirmCampaign.parse(form)),
  },
  sendTest: {
    permission,
    form: async (v, t) => {
      const contactNumber = `+1415${String(Date.now()).slice(-7)}`;
      await writeDb.update(users).set({ contactNumber }).where(eq(users.id, v.userId));
      return held("draft")(v, t);
    },
    send: (v, form) => sendTest(v, SendTest.parse(form)),
  },
  makeGroup: {
    permission,
    form: async (v, t) => {
      const { id, groupId } = await campaignOn(v, t, "stopped");
      await writeDb.execute(sql`insert into campaign_recipients (campaign_id, account_id, contact_id, phone, zone, state)
        select ${id}::uuid, c.account_id, c.id, c.phone, 'UTC', 'failed' from contacts c
        join contact_group_members m on m.contact_id = c.id where m.group_id = ${groupId}::uuid`);
      return { campaignId: id, of: "undelivered", name: "To be called" };
    },
    send: (v, form) => makeGroup(v, MakeGroup.parse(form)),
  },
  pauseCampaign: {
    permission,
    form: held("sending"),
    send: (v, form) => pauseCampaign(v, HoldCampaign.parse(form)),
  },
  resumeCampaign: {
    permission,
    form: held("paused"),
    send: (v, form) => resumeCampaign(v, HoldCampaign.parse(form)),
  },
  stopCampaign: {
    permission,
    form: held("sending"),
    send: (v, form) => stopCampaign(v, HoldCampaign.parse(form)),
  },
};
