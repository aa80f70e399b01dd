import { and, eq, type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { campaigns, contactGroups, contacts } from "@/db/schema";
import { can } from "../../access/can";
import { campaignsWithin, contactsManagedBy } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { type Change, change } from "../../change";
import { groupName } from "../../contacts/groups/managed-contact-group";
import { isListed } from "../../contacts/managed-contacts";
import { NotFound, Refused } from "../../errors";
import * as fields from "../../fields";
import { campaignId } from "../campaign-fields";
import { hasReplied } from "../figures";

/** Which of its recipients: by what is said of them, and by which rows those are. */
const WHICH = {
  undelivered: sql`r.state = 'failed'`,
  replied: sql`r.sent_at is not null and ${hasReplied}`,
} as const satisfies Record<string, SQL>;

export const MakeGroup = z.object({
  campaignId,
  of: z.enum(["undelivered", "replied"], "Choose of whom."),
  name: groupName,
  once: fields.once,
});

/** A contact group of some of a campaign's recipients, as far as they are the viewer's to manage. */
export const makeGroup = (viewer: Viewer, { campaignId: id, of, name, once }: z.output<typeof MakeGroup>) =>
  change(viewer, once, async (c) => {
    if (!can(viewer, "contacts.manage")) throw new NotFound();
    const campaign = await c.one(
      c.tx
        .select({ id: campaigns.id, accountId: campaigns.accountId, name: campaigns.name })
        .from(campaigns)
        .where(and(campaignsWithin(viewer), eq(campaigns.id, id))),
    );
    const group = { id: v7(), accountId: campaign.accountId, name };
    await c.tx.insert(contactGroups).values(group);
    const people = await fill(c, viewer, { group, campaignId: campaign.id, of });
    if (people === 0) throw new Refused("Nobody whom you manage is among these.", { field: "of" });
    c.record("contact-group.added", group, { of: campaign.name });
    return { id: group.id, name, people };
  });

/** So many a statement. */
const SLICE = 20_000;

type Made = { group: { id: string; accountId: string }; campaignId: string; of: keyof typeof WHICH };

/** How many were put in. A telephone that is shown with another contact by now is that contact's. */
async function fill({ tx }: Change, viewer: Viewer, { group, campaignId: id, of }: Made): Promise<number> {
  await tx.execute(sql`set local statement_timeout = '60s'`);
  let put = 0;
  for (let after: string | null = null; ; ) {
    const [slice]: Slice[] = await tx.execute<Slice>(sql`
      with slice as materialized (select r.contact_id as id from campaign_recipients r
        where r.campaign_id = ${id}::uuid and ${WHICH[of]} and (${after}::uuid is null or r.contact_id > ${after}::uuid)
        order by r.contact_id limit ${SLICE}),
      put as (insert into contact_group_members (account_id, group_id, contact_id)
        select distinct ${group.accountId}::uuid, ${group.id}::uuid, ${contacts.id}
        from slice join contacts met on met.id = slice.id
          join ${contacts} on ${contacts.id} = coalesce(met.merged_into, met.id)
        where ${and(contactsManagedBy(viewer), isListed)}
        on conflict do nothing returning 1)
      select (select id from slice order by id desc limit 1) as last, (select count(*)::int from slice) as people,
        (select count(*)::int from put) as put`);
    put += slice?.put ?? 0;
    if (!slice || slice.people < SLICE) return put;
    after = slice.last;
  }
}

type Slice = { last: string | null; people: number; put: number };
