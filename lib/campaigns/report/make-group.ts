import { and, eq, type SQL, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { campaigns, contactGroups, contacts } from "@/db/schema";
import { can } from "../../access/can";
import { campaignsWithin, contactsManagedBy } from "../../access/scope";
import type { Viewer } from "../../access/viewer";
import { change } from "../../change";
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
    // A telephone that is shown with another contact by now is that contact's.
    const [made] = await c.tx.execute<{ people: number }>(sql`with put as (
        insert into contact_group_members (account_id, group_id, contact_id)
        select distinct ${group.accountId}::uuid, ${group.id}::uuid, ${contacts.id}
        from campaign_recipients r join contacts met on met.id = r.contact_id
          join ${contacts} on ${contacts.id} = coalesce(met.merged_into, met.id)
        where r.campaign_id = ${campaign.id}::uuid and ${WHICH[of]} and ${and(contactsManagedBy(viewer), isListed)}
        returning 1)
      select count(*)::int as people from put`);
    if (!made || made.people === 0) throw new Refused("Nobody whom you manage is among these.", { field: "of" });
    c.record("contact-group.added", group, { of: campaign.name });
    return { id: group.id, name, people: made.people };
  });
